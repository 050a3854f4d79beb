/** What guests do in the lobby. */
import type { Page } from 'playwright/test'

/**
 * A reader that is a keyboard: a burst of keys, faster than any person, with Enter at the end. Made inside the page,
 * because a busy machine would send them one by one as slowly as somebody types.
 */
export function touchCard(page: Page, text: string, times = 1): Promise<void> {
  return page.evaluate(keys => {
    for (const key of keys) {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))
    }
  }, Array.from({ length: times }, () => [...text, 'Enter']).flat())
}
