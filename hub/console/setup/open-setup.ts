/** Set-up in one language: its screen and its own words, which no other screen needs. */
import type { Locale } from '../../../shared/i18n/locale.ts'
import { loadSetupWords } from './setup-words.ts'

export async function openSetup(locale: Locale): Promise<typeof import('./setup.tsx')> {
  const [screen] = await Promise.all([import('./setup.tsx'), loadSetupWords(locale)])
  return screen
}
