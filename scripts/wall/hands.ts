/** The hands of the demo: they touch the real surfaces as a reader or a finger does, and know nothing of what is inside. */

/**
 * A keyboard-wedge reader types fast and ends with Enter: the kiosk's page catches it wherever the focus is. All at once,
 * because the timers of a busy machine would type as slowly as a person.
 */
export function typeAsReader(frame: HTMLIFrameElement, text: string): void {
  const target = frame.contentWindow
  if (!target) return
  for (const key of [...text, 'Enter']) {
    for (const type of ['keydown', 'keyup']) {
      target.document.body.dispatchEvent(
        new KeyboardEvent(type, { key, code: codeOf(key), bubbles: true, cancelable: true }),
      )
    }
  }
}

/** Taps one thing after another, each as soon as it is there. False: one of them never came. */
export async function tapInTurn(frame: HTMLIFrameElement, selectors: readonly string[]): Promise<boolean> {
  for (const selector of selectors) {
    const found = await appears(frame, selector)
    if (!found) return false
    found.click()
  }
  return true
}

/** The link of a hub whose power was cut, once every one of these screens has it again. False: one of them does not. */
export async function connectedAgain(frames: readonly HTMLIFrameElement[]): Promise<boolean> {
  const back = (body: HTMLElement) => body.querySelector('.connection:not([data-state="online"])') === null || undefined
  const all = await Promise.all(frames.map(frame => soon(frame, back, reconnectMs)))
  return all.every(Boolean)
}

/** A screen that is not paired asks for it in six letters. */
export async function asksForPairing(frame: HTMLIFrameElement): Promise<boolean> {
  return (await appears(frame, '.pairing-code:not(:empty)', reconnectMs)) !== undefined
}

const patienceMs = 3000
const reconnectMs = 30_000

const appears = (frame: HTMLIFrameElement, selector: string, withinMs = patienceMs): Promise<HTMLElement | undefined> =>
  soon(frame, body => body.querySelector<HTMLElement>(selector) ?? undefined, withinMs)

/** What is found in a screen, as soon as it is there. */
function soon<T>(
  frame: HTMLIFrameElement,
  find: (body: HTMLElement) => T | undefined,
  withinMs: number,
): Promise<T | undefined> {
  const body = frame.contentDocument?.body
  const now = body && find(body)
  if (now !== undefined || !body) return Promise.resolve(now)
  return new Promise(done => {
    const end = (found: T | undefined) => {
      clearTimeout(patience)
      watch.disconnect()
      done(found)
    }
    const watch = new MutationObserver(() => {
      const found = find(body)
      if (found !== undefined) end(found)
    })
    const patience = setTimeout(() => end(undefined), withinMs)
    watch.observe(body, { childList: true, subtree: true, attributes: true })
  })
}

const codeOf = (key: string): string =>
  /\d/.test(key) ? `Digit${key}` : /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key
