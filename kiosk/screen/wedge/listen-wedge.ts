/**
 * Catches what readers type, wherever the focus is, before any field or button hears of it. The lobby has no text field:
 * printable keys are a reader's or nobody's. Space, Tab, Enter and arrows of a person still work the buttons.
 */
import { createWedge, silenceMs, type WedgeRead } from './wedge.ts'

/** Answers how to stop. */
export function listenWedge(page: Window, onRead: (read: WedgeRead) => void): () => void {
  const wedge = createWedge()
  let quiet: ReturnType<typeof setTimeout> | undefined

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    clearTimeout(quiet)
    const { swallow, read } = wedge.press(event.key, event.timeStamp)
    if (swallow) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (read) onRead(read)
    else quiet = setTimeout(endBurst, silenceMs)
  }
  const endBurst = () => {
    const read = wedge.silence()
    if (read) onRead(read)
  }

  page.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(quiet)
    page.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
