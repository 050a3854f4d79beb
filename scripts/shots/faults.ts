/** What can be told without eyes: words that are cut off, pages that scroll sideways, text that came from no catalogue. */
import type { Page } from 'playwright'

export function findFaults(page: Page, locale: string): Promise<string[]> {
  return page.evaluate(look, locale === 'pseudo')
}

/** In the page. */
function look(pseudo: boolean): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth + 1) faults.push(`sideways by ${root.scrollWidth - root.clientWidth} px`)

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const parent = node.parentElement
    if (text === '' || !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (parent.closest('.visually-hidden, [aria-hidden="true"]')) continue
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const cutBy = cutting(parent, box)
    if (cutBy) faults.push(`cut by ${cutBy}: ${text.slice(0, 40)}`)
    // Names of guests, songs and things are not ours; a latin sentence without brackets is.
    if (pseudo && /[a-z]{3,} [a-z]{2,}/i.test(text) && !/[⟦⟧]/.test(text)) faults.push(`raw: ${text.slice(0, 40)}`)
  }
  return [...new Set(faults)]

  /** The first box around the words that hides a part of them, and cannot be scrolled. */
  function cutting(from: Element, box: DOMRect): string | undefined {
    for (let around: Element | null = from; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around)
      const { left, right, top, bottom } = around.getBoundingClientRect()
      const wide = box.left < left - 1 || box.right > right + 1
      // Lines of large type reach a little out of their boxes: that hides nothing.
      const high = box.top < top - box.height / 4 || box.bottom > bottom + box.height / 4
      const hidden = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if ((wide && hidden(overflowX)) || (high && hidden(overflowY))) return around.className || around.tagName
      if (position === 'fixed') return undefined
    }
    return undefined
  }
}
