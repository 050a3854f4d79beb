/** The phone's language: the phone's own at first, and whatever its owner chooses. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Catalogue, loadCatalogue } from '../../../shared/i18n/catalogue.ts'
import { bcp47, intlTag, type Locale, parseLocale } from '../../../shared/i18n/locale.ts'
import { type LocalizedText, localized } from '../../../shared/i18n/localized.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import { loadFonts } from '../../../shared/ui/fonts.ts'

export interface Speech {
  readonly t: Translate<'phone'>
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
  readonly list: (words: readonly string[]) => string
  /** In the venue's time zone, once it is known. */
  readonly date: (at: number, timeZone: string | undefined) => string
}

export interface Words {
  readonly speech: ReadonlySignal<Speech>
  readonly locale: ReadonlySignal<Locale>
  /** What was shown stays until the other language is there; the last choice counts. */
  speak(locale: Locale): Promise<void>
}

export function phoneLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const locale = parseLocale(tag)
    if (locale !== undefined) return locale
  }
  return 'zh-Hans'
}

export async function createWords(first: Locale): Promise<Words> {
  const locale = signal(first)
  const loaded = signal(await load(first))
  dress(first)
  return {
    locale,
    speech: computed(() => {
      const { locale: tag, catalogue } = loaded.value
      return {
        t: createTranslator<'phone'>(tag, catalogue),
        own: text => localized(text, tag),
        list: words => words.join(tag.startsWith('zh') ? '、' : ', '),
        date: (at, timeZone) =>
          new Intl.DateTimeFormat(intlTag(tag), { dateStyle: 'medium', ...(timeZone && { timeZone }) }).format(at),
      }
    }),
    async speak(next) {
      locale.value = next
      const texts = await load(next)
      if (locale.peek() !== next) return
      loaded.value = texts
      dress(next)
    },
  }
}

async function load(locale: Locale): Promise<{ readonly locale: Locale; readonly catalogue: Catalogue<'phone'> }> {
  return { locale, catalogue: await loadCatalogue('phone', locale) }
}

function dress(locale: Locale): void {
  document.documentElement.lang = bcp47(locale)
  loadFonts(locale).catch(error => console.warn('fonts', error))
}
