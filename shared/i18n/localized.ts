/** Names that a venue writes itself (rooms, menu, packages) in up to three languages. */
import type { Locale } from './locale.ts'

export interface LocalizedText {
  readonly zhHans: string
  readonly zhHant?: string | undefined
  readonly en?: string | undefined
}

/** The venue's own words in the reader's language, else in simplified Chinese, which every venue has. */
export function localized(text: LocalizedText, locale: Locale): string {
  if (locale === 'zh-Hant') return text.zhHant || text.zhHans
  if (locale === 'en' || locale === 'pseudo') return text.en || text.zhHans
  return text.zhHans
}

/** For a screen: a number stays with its word where the line breaks, as the 12 of Chivas Regal 12. */
export const shown = (text: LocalizedText, locale: Locale): string =>
  localized(text, locale).replace(/ (?=\d)/g, '\u00a0')
