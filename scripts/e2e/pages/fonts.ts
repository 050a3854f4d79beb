/** Which of the shipped fonts a page has, and what it would draw as empty boxes without any other. */
import type { Page } from 'playwright/test'

/** Letters on the page for which none of its fonts is there, each once. */
export const lettersWithoutFont = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const has = (face: FontFace, letter: string) =>
      face.unicodeRange.split(',').some(range => {
        const [first = 0, last = first] = range
          .trim()
          .slice(2)
          .split('-')
          .map(hex => Number.parseInt(hex, 16))
        const code = letter.codePointAt(0) ?? 0
        return first <= code && code <= last
      })
    const plain = (family: string) => family.trim().replace(/["']/g, '')
    const faces = [...document.fonts]
    /** The faces of a family in the weight nearest to the one that is wanted. */
    const facesOf = (family: string, weight: number) => {
      const own = faces.filter(face => plain(face.family) === family)
      const off = (face: FontFace) => Math.abs(Number(face.weight) - weight)
      const least = Math.min(...own.map(off))
      return own.filter(face => off(face) === least)
    }
    const drawnBy = new Map<string, readonly FontFace[]>()
    const missing = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node
      if (!parentElement?.checkVisibility()) continue
      const { fontFamily, fontWeight } = getComputedStyle(parentElement)
      const key = `${fontFamily}/${fontWeight}`
      const there =
        drawnBy.get(key) ??
        fontFamily
          .split(',')
          .flatMap(family => facesOf(plain(family), Number(fontWeight)))
          .filter(({ status }) => status === 'loaded')
      drawnBy.set(key, there)
      for (const letter of node.textContent ?? '') {
        if (/\s/.test(letter) || missing.has(letter)) continue
        if (!there.some(face => has(face, letter))) missing.add(letter)
      }
    }
    return [...missing].join('')
  })

/** How many slices could not be fetched. */
export const failedFaces = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length)
