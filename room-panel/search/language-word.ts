/** The languages songs are sung in that a guest may browse, and their words. */
import type { Translate } from '../../shared/i18n/translator.ts'

export const songLanguages = ['zh', 'yue', 'en', 'ja', 'ko'] as const

export function languageWord(language: string, t: Translate<'panel'>): string {
  const known = songLanguages.find(one => one === language)
  return known ? t(`songLanguage.${known}`) : language
}
