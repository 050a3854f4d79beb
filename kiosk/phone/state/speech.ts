/** The phone's language: what its owner chose here before, else the phone's own, and whatever they choose. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { intlTag, type Locale, parseLocale } from '../../../shared/i18n/locale.ts'
import { type LocalizedText, shown } from '../../../shared/i18n/localized.ts'
import { phoneTexts } from '../../../shared/i18n/phone-texts.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import { createLanguage, type Language } from '../../../shared/ui/language.ts'
import { needed } from '../../../shared/ui/use-loaded.ts'

export interface Speech {
  readonly t: Translate<'phone'>
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
  readonly list: (words: readonly string[]) => string
  /** In the venue's time zone, once it is known. */
  readonly date: (at: number, timeZone: string | undefined) => string
}

export interface Words extends Pick<Language<'phone'>, 'speak'> {
  readonly speech: ReadonlySignal<Speech>
  /** Of what is on the screen. */
  readonly locale: ReadonlySignal<Locale>
}

export function phoneLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const locale = parseLocale(tag)
    if (locale !== undefined) return locale
  }
  return 'zh-Hans'
}

export async function createWords(first: Locale): Promise<Words> {
  const { now, speak } = await createLanguage(locale => needed(locale, () => phoneTexts(locale)), first)
  return {
    speak,
    locale: computed(() => now.value.locale),
    speech: computed(() => {
      const { locale: tag, catalogue } = now.value
      return {
        t: createTranslator<'phone'>(tag, catalogue),
        own: text => shown(text, tag),
        list: words => words.join(tag.startsWith('zh') ? '、' : ', '),
        date: (at, timeZone) =>
          new Intl.DateTimeFormat(intlTag(tag), { dateStyle: 'medium', ...(timeZone && { timeZone }) }).format(at),
      }
    }),
  }
}
