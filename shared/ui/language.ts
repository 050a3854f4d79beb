/** The language that a guest's screen speaks: its texts are there before anything changes, and then all of it changes. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Catalogue, loadCatalogue, type Surface } from '../i18n/catalogue.ts'
import { bcp47, type Locale, languages } from '../i18n/locale.ts'
import { loadFonts } from './fonts.ts'

export interface Spoken<S extends Surface> {
  readonly locale: Locale
  readonly catalogue: Catalogue<S>
}

export interface Language<S extends Surface> {
  /** What is on the screen. */
  readonly now: ReadonlySignal<Spoken<S>>
  /** Loads and shows another language; what was shown stays until it is there, or for good where it does not come. */
  speak(locale: Locale): Promise<void>
  /** Fetches the other languages, so that they can be chosen while the hub is away. False: not all came. */
  fetchAhead(): Promise<boolean>
}

/** Resolves with the first language loaded; its fonts follow. */
export async function createLanguage<S extends Surface>(surface: S, first: Locale): Promise<Language<S>> {
  const load = async (locale: Locale): Promise<Spoken<S>> => ({
    locale,
    catalogue: await loadCatalogue(surface, locale),
  })
  const loadIfThere = (locale: Locale): Promise<Spoken<S> | undefined> =>
    load(locale).catch(error => {
      // The hub is away: what is shown stays.
      console.warn('language', error)
      return undefined
    })
  const now = signal(await load(first))
  let wanted = first
  dress(first)
  return {
    now,
    async speak(next) {
      wanted = next
      const spoken = await loadIfThere(next)
      // The last choice counts, whichever file comes first.
      if (!spoken || wanted !== next) return
      now.value = spoken
      dress(next)
    },
    async fetchAhead() {
      const spoken = await Promise.all(languages.map(({ locale }) => loadIfThere(locale)))
      return spoken.every(one => one !== undefined)
    },
  }
}

function dress(locale: Locale): void {
  document.documentElement.lang = bcp47(locale)
  loadFonts(locale).catch(error => console.warn('fonts', error))
}
