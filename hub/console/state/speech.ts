/** The console's language: its texts, its formats, and the venue's own words in it. Kept per device. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { languageInAddress } from '../../../shared/client/language-in-address.ts'
import { loadCatalogue } from '../../../shared/i18n/catalogue.ts'
import { createFormat, type Format } from '../../../shared/i18n/format.ts'
import { intlTag, type Locale, parseLocale } from '../../../shared/i18n/locale.ts'
import { shown } from '../../../shared/i18n/localized.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'
import type { VenueView } from '../../../shared/protocol/views/venue.ts'
import { loadFonts } from '../../../shared/ui/fonts.ts'

export type Say = Translate<'console'>

export interface Speech {
  readonly t: Say
  readonly format: Format
  readonly locale: Locale
  /** A name that the venue wrote. */
  readonly own: (text: LocalizedText) => string
  /** `2024年9月14日`: a day that may be years away. */
  readonly date: (at: number) => string
  /** The same of a business day that the hub named, YYYY-MM-DD. */
  readonly dateOf: (day: string) => string
  /** Several short words in a row, as this language strings them. */
  readonly list: (words: readonly string[]) => string
}

export interface SpeechStore {
  readonly speech: ReadonlySignal<Speech>
  /** False: its texts did not come, and what is shown stays. */
  choose(locale: Locale): Promise<boolean>
}

const fallback = { currency: 'CNY', timeZone: 'Asia/Shanghai' } as const

/** `venue` is read again whenever the language changes and whenever `refresh` is called. */
export async function createSpeech(
  locale: Locale,
  venue: () => VenueView | undefined,
): Promise<SpeechStore & { refresh(): void }> {
  let wanted = locale
  const load = async (next: Locale): Promise<Say> =>
    createTranslator<'console'>(next, await loadCatalogue('console', next))
  const write = (t: Say, at: number, timeZone: string) =>
    new Intl.DateTimeFormat(intlTag(t.locale), { year: 'numeric', month: 'short', day: 'numeric', timeZone }).format(at)
  const bind = (t: Say): Speech => ({
    t,
    date: at => write(t, at, (venue() ?? fallback).timeZone),
    dateOf: day => write(t, Date.parse(day), 'UTC'),
    locale: t.locale,
    format: createFormat(t, venue() ?? fallback),
    own: text => shown(text, t.locale),
    list: words => words.join(t.locale.startsWith('zh') ? '、' : ', '),
  })
  const speech = signal(bind(await load(locale)))
  return {
    speech,
    async choose(next) {
      wanted = next
      const t = await load(next).catch(error => console.warn('language', error))
      // The last choice counts, whichever comes first.
      if (wanted !== next) return true
      if (!t) return false
      speech.value = bind(t)
      loadFonts(next).catch(error => console.warn('fonts', error))
      return true
    },
    refresh() {
      speech.value = bind(speech.peek().t)
    },
  }
}

const keyOf = (device: string) => `changming.${device}.language`

/** The language of its address, else the one this console was left in; on a new one its browser's. */
export function keptLocale(device: string): Locale {
  const kept = parseLocale(localStorage.getItem(keyOf(device)) ?? '')
  return languageInAddress() ?? kept ?? parseLocale(navigator.language) ?? 'zh-Hans'
}

export function keepLocale(device: string, locale: Locale): void {
  localStorage.setItem(keyOf(device), locale)
}
