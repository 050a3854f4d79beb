/** What can be told without eyes: words that are cut off, lie on others or stand a letter a line, pages that scroll sideways, text of no catalogue, signs of no font. */
import type { Page } from 'playwright'

export function findFaults(page: Page, locale: string): Promise<string[]> {
  return page.evaluate(look, locale === 'pseudo')
}

/** Code points that fonts hold. */
type Held = readonly (readonly [first: number, last: number])[]

/** In the page. A stage says in `data-names` what is the venue's, a singer's or a guest's, in whatever language it is. */
function look(pseudo: boolean): string[] {
  /** Ascenders of large type may touch the line above, px. */
  const touchPx = 4
  const faults = new Set<string>()
  // Read once for a page and what it has of fonts: there are thousands, and a page is looked at often.
  const kept = globalThis as typeof globalThis & { heldRanges?: Map<string, Held> }
  kept.heldRanges ??= new Map()
  const ranges = kept.heldRanges
  const page = document.documentElement
  const own: readonly unknown[] = JSON.parse(page.dataset.names ?? '[]')
  const names = own.map(String)
  if (page.scrollWidth > page.clientWidth + 1) faults.add(`sideways by ${page.scrollWidth - page.clientWidth} px`)
  const modal = [...document.querySelectorAll('dialog')].findLast(one => one.matches(':modal'))
  const root: Element = modal ?? document.body
  const seen: { text: string; parent: Element; boxes: DOMRect[] }[] = []

  const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    // A number keeps to its word by a space that does not break, and its name is the same.
    const text = node.textContent?.replaceAll('\u00a0', ' ').trim() ?? ''
    const parent = node.parentElement
    if (text === '' || !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (parent.closest('script, style') || isUnseen(parent)) continue
    // A catalogue's key, a hole in a sentence, a value that was none.
    if (/⟨|⟩|undefined|NaN|\[object|\{\w+\}|^[a-z]+([A-Z][a-z]+)+$/.test(text))
      faults.add(`no words: ${text.slice(0, 40)}`)
    if (parent.closest('[aria-hidden="true"]')) continue
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const cutBy = cutting(parent, box)
    if (cutBy) faults.add(`cut by ${cutBy}: ${text.slice(0, 40)}`)
    if (pseudo && isRaw(text)) faults.add(`raw: ${text.slice(0, 40)}`)
    for (const sign of without(text, getComputedStyle(parent).fontFamily))
      faults.add(`no sign for ${sign}: ${text.slice(0, 40)}`)
    const shown = shownPart(parent)
    const boxes = [...range.getClientRects()].filter(one => isIn(one, shown))
    seen.push({ text, parent, boxes })
  }
  for (const parent of new Set(seen.map(({ parent }) => parent))) {
    const own = seen.filter(one => one.parent === parent)
    const letters = own.reduce((sum, { text }) => sum + text.replaceAll(/\s/g, '').length, 0)
    const lines = new Set(own.flatMap(({ boxes }) => boxes.map(({ bottom }) => Math.round(bottom)))).size
    if (lines >= 3 && letters < 2 * lines) faults.add(`a letter a line: ${parent.textContent?.slice(0, 20)}`)
  }
  for (const [at, one] of seen.entries()) {
    for (const other of seen.slice(at + 1)) {
      if (one.parent === other.parent || layerOf(one.parent) !== layerOf(other.parent)) continue
      if (one.boxes.some(a => other.boxes.some(b => overlaps(a, b))))
        faults.add(`on each other: ${one.text.slice(0, 20)} | ${other.text.slice(0, 20)}`)
    }
  }
  return [...faults]

  /** There for who hears the page: `.visually-hidden`, and what a narrow screen treats like it. */
  function isUnseen(element: Element): boolean {
    return element.closest('.visually-hidden') !== null || getComputedStyle(element).clipPath === 'inset(50%)'
  }

  /** A latin sentence without brackets is ours, once the names in it are taken out. */
  function isRaw(text: string): boolean {
    const rest = names.reduce((left, name) => left.replaceAll(name, ''), text)
    return /[a-z]{3,} [a-z]{2,}/i.test(rest) && !/[⟦⟧]/.test(rest)
  }

  /** The first box around the words that hides a part of them and cannot be scrolled; the glass itself is the last. */
  function cutting(from: Element, box: DOMRect): string | undefined {
    for (let around: Element | null = from; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position, textOverflow, webkitLineClamp } = getComputedStyle(around)
      const { left, right, top, bottom } = around.getBoundingClientRect()
      const wide = box.left < left - 1 || box.right > right + 1
      // Lines of large type reach a little out of their boxes: that hides nothing.
      const high = box.top < top - box.height / 4 || box.bottom > bottom + box.height / 4
      const hidden = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const shortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
      const outside = box.top >= bottom || box.left >= right
      // What a narrow glass leaves out is left out whole.
      if (outside && around.matches('[data-gives-way]')) return undefined
      if ((wide && hidden(overflowX)) || (high && hidden(overflowY)))
        return shortened && isName(from) ? undefined : around.className || around.tagName
      // Nobody scrolls to what stands before the beginning.
      const before = around.scrollLeft === 0 && box.left < left - touchPx
      if ((overflowX === 'auto' || overflowX === 'scroll') && wide)
        return before ? around.className || around.tagName : undefined
      if ((overflowY === 'auto' || overflowY === 'scroll') && high) return undefined
      if (position === 'fixed') break
    }
    const { clientWidth, clientHeight } = page
    const scrolls = page.scrollHeight > clientHeight
    if (box.left < -1 || box.right > clientWidth + 1) return 'the glass'
    return !scrolls && (box.top < -box.height / 4 || box.bottom > clientHeight + box.height / 4)
      ? 'the glass'
      : undefined
  }

  /** Names may be of any length, and are shortened with … where they stand for more. */
  function isName(from: Element): boolean {
    const text = from.textContent?.replaceAll('\u00a0', ' ') ?? ''
    return names.some(name => text.includes(name))
  }

  interface Edges {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }

  function shownPart(from: Element): Edges {
    let edges: Edges = { left: 0, right: page.clientWidth, top: 0, bottom: page.clientHeight }
    for (let at: Element | null = from; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === 'visible') continue
      const { left, right, top, bottom } = at.getBoundingClientRect()
      edges = {
        left: Math.max(left, edges.left),
        right: Math.min(right, edges.right),
        top: Math.max(top, edges.top),
        bottom: Math.min(bottom, edges.bottom),
      }
    }
    return edges
  }

  function isIn(box: DOMRect, { left, right, top, bottom }: Edges): boolean {
    return box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 1 && box.bottom <= bottom + 1
  }

  /** What lies over the rest on purpose. */
  function layerOf(from: Element): Element {
    for (let at: Element | null = from; at && at !== document.body; at = at.parentElement) {
      const { position } = getComputedStyle(at)
      if (position === 'absolute' || position === 'fixed') return at
    }
    return document.body
  }

  function overlaps(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    // A line's box is higher than its letters.
    const slack = touchPx + (Math.min(a.height, b.height) * 3) / 10
    return across > touchPx && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  }

  /** Signs that none of the house's own fonts holds: a guest's tablet may have no other. */
  function without(text: string, families: string): string[] {
    const held = rangesOf(families)
    if (held.length === 0) return []
    return [...text].filter(sign => {
      const code = sign.codePointAt(0) ?? 0
      // The brackets of the pseudo-locale are nobody's to read.
      if (/\s|⟦|⟧|\p{Cf}/u.test(sign)) return false
      return !held.some(([first, last]) => code >= first && code <= last)
    })
  }

  /** Of all faces of these families. */
  function rangesOf(families: string): Held {
    const key = `${document.fonts.size} ${families}`
    const known = ranges.get(key)
    if (known) return known
    const wanted = families.split(',').map(family => family.trim().replaceAll(/["']/g, ''))
    const faces = [...document.fonts].filter(({ family }) => wanted.includes(family.replaceAll(/["']/g, '')))
    const held = faces.flatMap(({ unicodeRange }) =>
      unicodeRange.split(',').map(part => {
        const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
        return [
          Number.parseInt(first.replaceAll('?', '0'), 16),
          Number.parseInt(last.replaceAll('?', 'F'), 16),
        ] as const
      }),
    )
    ranges.set(key, held)
    return held
  }
}
