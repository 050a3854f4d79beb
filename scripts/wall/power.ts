/** Cuts the hub's power and waits until it answers again. */

const lookEveryMs = 200

export async function cutPower(address: string): Promise<void> {
  await fetch(address, { method: 'POST' })
  while (!(await answers())) await new Promise(next => setTimeout(next, lookEveryMs))
}

const answers = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    response => response.ok,
    () => false,
  )
