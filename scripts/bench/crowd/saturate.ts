/** All panels of a crowd tap as fast as they are answered, and not faster than a screen may: more than any server takes. */
import type { Crowd } from './crowd.ts'

/** The hub takes ten frames a second from one screen. */
const betweenMs = 125

/** Taps that were answered; resolves when the last one was. */
export async function saturate(crowd: Pick<Crowd, 'tap'>, panels: number, ms: number): Promise<number> {
  const until = performance.now() + ms
  let answered = 0
  const keepTapping = async (panel: number) => {
    // Not all in the same turn of the loop.
    for (let due = performance.now() + (betweenMs * panel) / panels; ; ) {
      await pauseUntil(due)
      const since = performance.now()
      if (since >= until) return
      if (!(await crowd.tap(panel))) throw new Error(`panel ${panel} was refused`)
      answered += 1
      due = since + betweenMs
    }
  }
  await Promise.all(Array.from({ length: panels }, (_, panel) => keepTapping(panel)))
  return answered
}

function pauseUntil(due: number): Promise<void> {
  const left = due - performance.now()
  return left <= 0 ? Promise.resolve() : new Promise(next => setTimeout(next, left))
}
