/** The language that a guest's screen speaks: its texts are there before anything changes, and then all of it changes. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { GuestSurface, LoadTexts } from '../i18n/guest-texts.ts'
import { bcp47, type Locale, languages } from '../i18n/locale.ts'
import { type LocalizedText, localized } from '../i18n/localized.ts'
import type { Catalogue } from '../i18n/source.ts'
import { loadFonts, loadOtherFonts, loadOwnFonts, loadSlices } from './fonts.ts'

export interface Spoken<S extends GuestSurface> {
  readonly locale: Locale
  readonly catalogue: Catalogue<S>
}

export interface Language<S extends GuestSurface> {
  /** What is on the screen. */
  readonly now: ReadonlySignal<Spoken<S>>
  /** Loads and shows another language; what was shown stays until it is there, or for good where it does not come. */
  speak(locale: Locale): Promise<void>
  /** Loads the fonts that were held. */
  dress(): void
  /**
   * Fetches the other languages and their fonts with what their words and the `house`'s own are drawn with, so that they can
   * be chosen while the hub is away. False: not all came.
   */
  fetchAhead(house?: readonly LocalizedText[]): Promise<boolean>
}

/** Resolves with the first language loaded. `held`: no fonts before `dress`, on a screen that has first to hear a tap. */
export async function createLanguage<S extends GuestSurface>(
  loadTexts: LoadTexts<S>,
  first: Locale,
  fonts: 'soon' | 'held' = 'soon',
): Promise<Language<S>> {
  let held = fonts === 'held'
  const wear = (locale: Locale) => {
    document.documentElement.lang = bcp47(locale)
    if (held) return
    // Those of other scripts come ahead of their need, or behind one's own.
    const sheets = fonts === 'held' ? loadOwnFonts(locale) : loadFonts(locale)
    sheets.catch(error => console.warn('fonts', error))
  }
  const load = async (locale: Locale): Promise<Spoken<S>> => ({
    locale,
    catalogue: await loadTexts(locale),
  })
  const loadIfThere = (locale: Locale): Promise<Spoken<S> | undefined> =>
    load(locale).catch(error => {
      // The hub is away: what is shown stays.
      console.warn('language', error)
      return undefined
    })
  const now = signal(await load(first))
  let wanted = first
  wear(first)
  return {
    now,
    async speak(next) {
      wanted = next
      const spoken = await loadIfThere(next)
      // The last choice counts, whichever file comes first.
      if (!spoken || wanted !== next) return
      now.value = spoken
      wear(next)
    },
    dress() {
      held = false
      wear(wanted)
    },
    async fetchAhead(house = []) {
      const others = loadOtherFonts().then(
        () => true,
        error => {
          console.warn('fonts', error)
          return false
        },
      )
      const spoken = await Promise.all(languages.map(({ locale }) => loadIfThere(locale)))
      const sheets = await others
      // One after the other: what somebody looks at meanwhile comes first.
      for (const one of spoken) {
        if (!one) continue
        const names = house.map(name => localized(name, one.locale))
        await loadSlices(one.locale, lettersOf([one.catalogue, names]))
      }
      return sheets && spoken.every(one => one !== undefined)
    },
  }
}

/** Every character of these words, once. */
function lettersOf(words: object): string {
  return [...new Set(JSON.stringify(words))].join('')
}
