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

const patienceMs = 3000

function appears(frame: HTMLIFrameElement, selector: string): Promise<HTMLElement | undefined> {
  const body = frame.contentDocument?.body
  const find = () => body?.querySelector<HTMLElement>(selector) ?? undefined
  const now = find()
  if (now || !body) return Promise.resolve(now)
  return new Promise(done => {
    const end = (found: HTMLElement | undefined) => {
      clearTimeout(patience)
      watch.disconnect()
      done(found)
    }
    const watch = new MutationObserver(() => {
      const found = find()
      if (found) end(found)
    })
    const patience = setTimeout(() => end(undefined), patienceMs)
    watch.observe(body, { childList: true, subtree: true, attributes: true })
  })
}

const codeOf = (key: string): string =>
  /\d/.test(key) ? `Digit${key}` : /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key
