/**
 * Font sheets and faces that could not be fetched are fetched again once the hub is there: a browser itself never asks
 * twice, and a language chosen while the hub was away would stay empty boxes until somebody reloads the page.
 */
import { effect } from '@preact/signals'

const firstAgainMs = 5000
const lastAgainMs = 3_600_000

/** `away` reads a signal: whether the hub cannot be reached. Runs as long as the page. */
export function mendFonts(away: () => boolean): void {
  const sheets = new Set<HTMLLinkElement>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let againMs = firstAgainMs

  // What was asked for while the hub was away may fail after it is back. Ever later: a file that is gone stays gone.
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(mend, againMs)
  }
  document.fonts.addEventListener('loadingerror', again)
  const failed = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return
    sheets.add(target)
    again()
  }
  // An element's error does not bubble.
  addEventListener('error', failed, true)

  effect(() => {
    if (away()) return
    againMs = firstAgainMs
    mend()
  })

  function mend(): void {
    if (away()) return
    clearTimeout(timer)
    againMs = Math.min(againMs * 2, lastAgainMs)
    for (const sheet of sheets) sheet.replaceWith(sheet.cloneNode())
    sheets.clear()
    mendFaces()
  }
}

/** A failed face stays failed; its rule written anew is a new face. */
function mendFaces(): void {
  const faces = [...document.fonts]
  const failed = new Set(faces.filter(({ status }) => status === 'error').map(keyOf))
  if (failed.size === 0) return
  const wanted = new Set(faces.filter(({ status }) => status !== 'unloaded').map(keyOf))
  for (const sheet of document.styleSheets) {
    for (const [at, rule] of [...sheet.cssRules].entries()) {
      if (!(rule instanceof CSSFontFaceRule) || !failed.has(keyOfRule(rule))) continue
      sheet.deleteRule(at)
      sheet.insertRule(rule.cssText, at)
    }
  }
  // Chromium makes all faces anew when one rule changes. What this page had comes from the browser's cache.
  for (const face of document.fonts) if (wanted.has(keyOf(face))) face.load().catch(ignore)
}

const keyOf = ({ family, weight, unicodeRange }: FontFace): string => plain([family, weight, unicodeRange])

function keyOfRule({ style }: CSSFontFaceRule): string {
  return plain(['font-family', 'font-weight', 'unicode-range'].map(name => style.getPropertyValue(name)))
}

/** Rules and faces quote and space the same values differently. */
const plain = (values: readonly string[]): string =>
  values
    .join('/')
    .replace(/["'\s]/g, '')
    .toLowerCase()

function ignore(): void {
  // It is tried again at its `loadingerror`.
}
