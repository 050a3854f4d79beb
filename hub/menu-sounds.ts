/** How the words of the menu are typed: made once for each, so that no panel needs to know pinyin. */
import type { LocalizedText } from '../shared/protocol/primitives.ts'
import { soundOfText } from './worker/pinyin.ts'

export function createMenuSounds(): (text: LocalizedText) => readonly string[] {
  const made = new Map<string, readonly string[]>()
  return ({ zhHans }) => {
    const known = made.get(zhHans)
    if (known) return known
    const { initials, full } = soundOfText(zhHans)
    const sounds = [initials, full]
    made.set(zhHans, sounds)
    return sounds
  }
}
