/**
 * What a guest's page loads of texts: common words and its own parts, and nothing of any other surface. A page names its own
 * loader, so that a tablet fetches no list of what others have.
 */
import { assertNever } from '../protocol/assert-never.ts'
import type { Locale, WrittenLocale } from './locale.ts'
import type { Text } from './message.ts'
import type { Catalogue } from './source.ts'

export type GuestSurface = 'kiosk' | 'phone' | 'panel'

/** All texts of a surface in one language; the pseudo-locale is made from English on the spot. */
export type LoadTexts<S extends GuestSurface> = (locale: Locale) => Promise<Catalogue<S>>

export type Texts = Readonly<Record<string, Text>>

/** `own`: the surface's own parts, by language. */
export function guestTexts<S extends GuestSurface>(
  ...own: readonly ((locale: WrittenLocale) => Promise<Texts>)[]
): LoadTexts<S>
export function guestTexts(...own: readonly ((locale: WrittenLocale) => Promise<Texts>)[]) {
  return async (locale: Locale): Promise<Texts> => {
    const written: WrittenLocale = locale === 'pseudo' ? 'en' : locale
    const parts = await Promise.all([...own, loadCommon].map(load => load(written)))
    const texts: Texts = Object.assign({}, ...parts)
    if (locale !== 'pseudo') return texts
    const { pseudoPart } = await import('./pseudo.ts')
    return pseudoPart(texts)
  }
}

export async function loadCommon(locale: WrittenLocale): Promise<Texts> {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/common.ts')).common
    case 'zh-Hant':
      return (await import('./zh-hant/common.ts')).common
    case 'en':
      return (await import('./en/common.ts')).common
    default:
      return assertNever(locale)
  }
}
