/** The panel's language: texts and formats as one signal, exchanged whole when a guest chooses another. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { View } from '../../shared/client/view-store.ts'
import { createFormat, type Format } from '../../shared/i18n/format.ts'
import type { Locale } from '../../shared/i18n/locale.ts'
import { type LocalizedText, shown } from '../../shared/i18n/localized.ts'
import { panelTexts } from '../../shared/i18n/panel-texts.ts'
import { createTranslator, type Translate } from '../../shared/i18n/translator.ts'
import type { PanelSlices } from '../../shared/protocol/views/panel.ts'
import { createLanguage, type Language } from '../../shared/ui/language.ts'

export interface Speech {
  readonly t: Translate<'panel'>
  readonly format: Format
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
}

export interface Words extends Pick<Language<'panel'>, 'speak' | 'dress' | 'fetchAhead'> {
  readonly speech: ReadonlySignal<Speech>
}

export async function createWords(locale: Locale, view: View<PanelSlices>): Promise<Words> {
  const { now, speak, dress, fetchAhead } = await createLanguage(panelTexts, locale, 'held')
  const speech = computed((): Speech => {
    const { locale: tag, catalogue } = now.value
    const t = createTranslator<'panel'>(tag, catalogue)
    const { currency = 'CNY', timeZone = 'Asia/Shanghai' } = view.one('venue') ?? {}
    return { t, format: createFormat(t, { currency, timeZone }), own: text => shown(text, tag) }
  })
  // The menu is in several languages too, songs are in one.
  const menu = () => [...view.all('category'), ...view.all('item')]
  const names = () =>
    menu().flatMap(one => ('unit' in one ? [one.name, one.unit, ...one.options.map(({ name }) => name)] : [one.name]))
  return { speech, speak, dress, fetchAhead: () => fetchAhead(names()) }
}
