/** The lobby's language: texts and formats as one signal, exchanged whole when a guest chooses another. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { View } from '../../../shared/client/view-store.ts'
import { createFormat, type Format } from '../../../shared/i18n/format.ts'
import { kioskTexts } from '../../../shared/i18n/kiosk-texts.ts'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { type LocalizedText, shown } from '../../../shared/i18n/localized.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import type { KioskSlices } from '../../../shared/protocol/views/kiosk.ts'
import { createLanguage, type Language } from '../../../shared/ui/language.ts'
import { needed } from '../../../shared/ui/use-loaded.ts'

export interface Speech {
  readonly t: Translate<'kiosk'>
  readonly format: Format
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
  /** Who comes, for the words that say so. */
  readonly staff: string
}

export interface Words extends Pick<Language<'kiosk'>, 'speak' | 'fetchAhead'> {
  readonly speech: ReadonlySignal<Speech>
  /** Of what is on the screen. */
  readonly locale: ReadonlySignal<Locale>
}

export async function createWords(first: Locale, view: View<KioskSlices>): Promise<Words> {
  const { now, speak, fetchAhead } = await createLanguage(locale => needed(locale, () => kioskTexts(locale)), first)
  const speech = computed((): Speech => {
    const { locale: tag, catalogue } = now.value
    const t = createTranslator<'kiosk'>(tag, catalogue)
    const { currency = 'CNY', timeZone = 'Asia/Shanghai' } = view.one('venue') ?? {}
    const own = (text: LocalizedText) => shown(text, tag)
    const desk = view.one('desk')
    return { t, format: createFormat(t, { currency, timeZone }), own, staff: desk ? own(desk.staff) : t('colleague') }
  })
  return { speech, locale: computed(() => now.value.locale), speak, fetchAhead }
}
