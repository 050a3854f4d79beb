/**
 * The shipped fonts: Noto Sans (400, 700) and Noto Serif (600) in small slices, the reader's script first, the other
 * script, the rare characters (Ext A to G) and Hangul (Sans only) after the first paint. No venue PC shows an empty box
 * in a guest's name or a song's title.
 * Families: `var(--font-sans)`, `var(--font-serif)` of tokens.css, chosen by `lang`.
 */
import { bcp47, type Locale } from '../i18n/locale.ts'

/** Sets `<html lang>` and loads that language's font sheets, then the others. Resolves when all sheets are known. */
export async function loadFonts(locale: Locale): Promise<void> {
  await loadOwnFonts(locale)
  await loadOtherFonts()
}

/** Sets `<html lang>` and loads that language's font sheets only. */
export async function loadOwnFonts(locale: Locale): Promise<void> {
  document.documentElement.lang = bcp47(locale)
  await (locale === 'zh-Hant' ? import('./fonts/tc.css') : import('./fonts/sc.css'))
}

/** Two thousand faces: a slow tablet thinks about them for a third of a second, in which it hears no tap. */
export async function loadOtherFonts(): Promise<void> {
  await Promise.all([
    import('./fonts/sc.css'),
    import('./fonts/tc.css'),
    import('./fonts/rare.css'),
    import('./fonts/kr.css'),
    import('./fonts/english-marks.css'),
  ])
}

/**
 * The slices with which `text` is drawn in that language, so that it can be read while the hub is away. Resolves when all
 * came, or could not: those `mendFonts` fetches again.
 */
export async function loadSlices(locale: Locale, text: string): Promise<void> {
  const families = locale === 'zh-Hant' ? "'Noto Sans TC'" : "'English Marks', 'Noto Sans SC'"
  const loading = [400, 700].map(weight => document.fonts.load(`${weight} 1em ${families}`, text))
  await Promise.allSettled(loading)
}

/**
 * Resolves once the serif (or sans) slices that `text` needs are there, or after `withinMs`: a welcome must not wait
 * for a font, but should not start in the wrong one either.
 */
export async function fontsReady(text: string, face: 'serif' | 'sans' = 'serif', withinMs = 700): Promise<void> {
  const style = getComputedStyle(document.documentElement)
  const family = style.getPropertyValue(face === 'serif' ? '--font-serif' : '--font-sans')
  const loading = document.fonts.load(`${face === 'serif' ? 600 : 400} 1em ${family}`, text)
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, withinMs)
  })
  // A slice that cannot be fetched is drawn by the next family; the screen must go on.
  await Promise.race([loading.then(ignore, ignore), patience])
  clearTimeout(timer)
}

function ignore(): void {
  // Loaded or not: either way there is nothing left to wait for.
}
