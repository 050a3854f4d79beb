/** What guests do in the lobby. */
import type { Page } from 'playwright/test'

/**
 * A reader that is a keyboard: a burst of keys, faster than any person, with Enter at the end. Made inside the page,
 * because a busy machine would send them one by one as slowly as somebody types; and each bears the time at which the
 * reader sent it, as a real one does, however late the page gets to it.
 */
export function touchCard(page: Page, text: string, times = 1): Promise<void> {
  return page.evaluate(keys => {
    const everyMs = 9
    const { timeStamp: began } = new Event('touch')
    for (const [index, key] of keys.entries()) {
      for (const type of ['keydown', 'keyup']) {
        const event = new KeyboardEvent(type, { key, bubbles: true, cancelable: true })
        Object.defineProperty(event, 'timeStamp', { value: began + index * everyMs })
        document.body.dispatchEvent(event)
      }
    }
  }, Array.from({ length: times }, () => [...text, 'Enter']).flat())
}
