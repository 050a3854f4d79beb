/** The words of set-up, beside those of the console. */
import { signal } from '@preact/signals'
import { loadCatalogue } from '../../../shared/i18n/catalogue.ts'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { createTranslator, type Translate } from '../../../shared/i18n/translator.ts'
import { type House, useSpeech } from '../state/house.ts'
import type { Words } from '../state/notices.ts'
import type { Speech } from '../state/speech.ts'

export type SaySetup = Translate<'setup'>

const words = signal<SaySetup | undefined>(undefined)

export async function loadSetupWords(locale: Locale): Promise<void> {
  words.value = createTranslator<'setup'>(locale, await loadCatalogue('setup', locale))
}

/** `s`: what set-up says; the rest as everywhere in the console. */
export function useSetup(): Speech & { readonly house: House; readonly s: SaySetup } {
  const speech = useSpeech()
  const s = words.value
  if (!s) throw new Error('the words of set-up are not loaded')
  return { ...speech, s }
}

/** What set-up says in a line that may outlast a change of language. */
export const inSetup =
  (say: (speech: Speech & { readonly s: SaySetup }) => string): Words =>
  speech => {
    const s = words.value
    return s ? say({ ...speech, s }) : ''
  }

export const savedWords = (what: (speech: Speech & { readonly s: SaySetup }) => string): Words =>
  inSetup(speech => speech.s('saved', { what: what(speech) }))
