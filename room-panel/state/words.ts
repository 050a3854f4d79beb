/** The panel's language: texts and formats as one signal, exchanged whole when a guest chooses another. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { View } from '../../shared/client/view-store.ts'
import { type Catalogue, loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createFormat, type Format } from '../../shared/i18n/format.ts'
import { bcp47, type Locale, languages } from '../../shared/i18n/locale.ts'
import { type LocalizedText, localized } from '../../shared/i18n/localized.ts'
import { createTranslator, type Translate } from '../../shared/i18n/translator.ts'
import type { PanelSlices } from '../../shared/protocol/views/panel.ts'
import { loadFonts } from '../../shared/ui/fonts.ts'

export interface Speech {
  readonly t: Translate<'panel'>
  readonly format: Format
  /** The venue's own words in the guest's language. */
  readonly own: (text: LocalizedText) => string
}

export interface Words {
  readonly speech: ReadonlySignal<Speech>
  /** Loads and shows another language; what was shown stays until it is there. */
  speak(locale: Locale): Promise<void>
  /** Fetches the other languages, so that they can be chosen while the hub is away. False: not all came. */
  fetchAhead(): Promise<boolean>
}

/** Resolves with the first language loaded; its fonts follow. */
export async function createWords(locale: Locale, view: View<PanelSlices>): Promise<Words> {
  const now = signal(await load(locale))
  let wanted = locale
  const speech = computed((): Speech => {
    const { locale: tag, catalogue } = now.value
    const t = createTranslator<'panel'>(tag, catalogue)
    const { currency = 'CNY', timeZone = 'Asia/Shanghai' } = view.one('venue') ?? {}
    return { t, format: createFormat(t, { currency, timeZone }), own: text => localized(text, tag) }
  })
  dress(locale)
  return {
    speech,
    async speak(next) {
      wanted = next
      const loaded = await loadIfThere(next)
      if (!loaded) return
      // The last choice counts, whichever file comes first.
      if (wanted !== next) return
      now.value = loaded
      dress(next)
    },
    async fetchAhead() {
      const loaded = await Promise.all(languages.map(language => loadIfThere(language.locale)))
      return loaded.every(one => one !== undefined)
    },
  }
}

interface Loaded {
  readonly locale: Locale
  readonly catalogue: Catalogue<'panel'>
}

async function load(locale: Locale): Promise<Loaded> {
  return { locale, catalogue: await loadCatalogue('panel', locale) }
}

async function loadIfThere(locale: Locale): Promise<Loaded | undefined> {
  try {
    return await load(locale)
  } catch (error) {
    // The hub is away: what is shown stays.
    console.warn('language', error)
    return undefined
  }
}

function dress(locale: Locale): void {
  document.documentElement.lang = bcp47(locale)
  loadFonts(locale).catch(error => console.warn('fonts', error))
}
