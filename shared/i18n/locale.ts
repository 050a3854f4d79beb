/** The languages a guest can choose, under their own names, and the one that only tests use. */

import type { WrittenLocale } from '../protocol/words.ts'

export type { WrittenLocale }

/** `pseudo` is made from English and shows every text that did not come from a catalogue. */
export type Locale = WrittenLocale | 'pseudo'

/** For the language picker: each language in its own words, never a flag. */
export const languages: readonly { readonly locale: WrittenLocale; readonly name: string }[] = [
  { locale: 'zh-Hans', name: '简体中文' },
  { locale: 'zh-Hant', name: '繁體中文' },
  { locale: 'en', name: 'English' },
]

/** The BCP 47 tag for `lang` attributes and Intl. Set it on `<html lang>`: fonts follow it. */
export function bcp47(locale: Locale): string {
  return locale === 'pseudo' ? 'en-XA' : locale
}

/** The tag whose number and date conventions hold; Intl has none for the pseudo-locale. */
export function intlTag(locale: Locale): string {
  return locale === 'pseudo' ? 'en' : locale
}

/** What somebody reads, where it is not what is spoken to them anyway. */
export const readsInstead = (reads: Locale, spoken: Locale): WrittenLocale | undefined =>
  reads === spoken || reads === 'pseudo' ? undefined : reads

/** Reads a stored or received tag (`zh`, `zh-TW`, `en-GB`, `pseudo`); undefined if no catalogue speaks it. */
export function parseLocale(tag: string): Locale | undefined {
  const lower = tag.toLowerCase()
  if (lower === 'pseudo' || lower === 'en-xa') return 'pseudo'
  if (lower === 'en' || lower.startsWith('en-')) return 'en'
  if (lower !== 'zh' && !lower.startsWith('zh-')) return undefined
  return /-(hant|tw|hk|mo)\b/.test(lower) && !lower.includes('-hans') ? 'zh-Hant' : 'zh-Hans'
}
