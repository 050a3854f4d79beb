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

/** Letters of a word that stands in every column: one more, and a line would break within it. */
const oneWord = 11

/** For a screen: a number stays with its unit where the line breaks, as the 100 of 100 ml, else with its word, as the 12 of Chivas Regal 12; no line begins with a dot. */
export const shown = (text: LocalizedText, locale: Locale): string =>
  localized(text, locale)
    .replace(/(\d) (?=\p{L}{1,2}(?!\S))/gu, '$1\u00a0')
    .replace(/ (?=·)/g, '\u00a0')
    .replace(/(\S+) (\d\S*)(?= |$)/g, (both, word: string, number: string) =>
      both.length > oneWord ? both : `${word}\u00a0${number}`,
    )
