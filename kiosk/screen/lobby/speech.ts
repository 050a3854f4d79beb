/** The lobby's language: texts and formats as one signal, exchanged whole when a guest chooses another. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { View } from '../../../shared/client/view-store.ts'
import { type Catalogue, loadCatalogue } from '../../../shared/i18n/catalogue.ts'
import { createFormat, type Format } from '../../../shared/i18n/format.ts'
import { bcp47, type Locale } from '../../../shared/i18n/locale.ts'
import { type LocalizedText, localized } from '../../../shared/i18n/localized.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import type { KioskSlices } from '../../../shared/protocol/views/kiosk.ts'
import { loadFonts } from '../../../shared/ui/fonts.ts'

export interface Speech {
  readonly t: Translate<'kiosk'>
  readonly format: Format
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
  /** Who comes, for the words that say so. */
  readonly staff: string
}

export interface Words {
  readonly speech: ReadonlySignal<Speech>
  readonly locale: ReadonlySignal<Locale>
  /** Loads and shows another language; what was shown stays until it is there. The last choice counts. */
  speak(locale: Locale): Promise<void>
}

/** Resolves with the first language loaded; its fonts follow. */
export async function createWords(first: Locale, view: View<KioskSlices>): Promise<Words> {
  const locale = signal(first)
  const loaded = signal(await load(first))
  const speech = computed((): Speech => {
    const { locale: tag, catalogue } = loaded.value
    const t = createTranslator<'kiosk'>(tag, catalogue)
    const { currency = 'CNY', timeZone = 'Asia/Shanghai' } = view.one('venue') ?? {}
    const own = (text: LocalizedText) => localized(text, tag)
    const desk = view.one('desk')
    return { t, format: createFormat(t, { currency, timeZone }), own, staff: desk ? own(desk.staff) : t('colleague') }
  })
  dress(first)
  return {
    speech,
    locale,
    async speak(next) {
      locale.value = next
      const texts = await load(next)
      if (locale.peek() !== next) return
      loaded.value = texts
      dress(next)
    },
  }
}

async function load(locale: Locale): Promise<{ readonly locale: Locale; readonly catalogue: Catalogue<'kiosk'> }> {
  return { locale, catalogue: await loadCatalogue('kiosk', locale) }
}

function dress(locale: Locale): void {
  document.documentElement.lang = bcp47(locale)
  loadFonts(locale).catch(error => console.warn('fonts', error))
}
