/** How the words of the menu are typed: made once for each, so that no panel needs to know pinyin. */
import type { LocalizedText } from '../../shared/protocol/primitives.ts'
import type { Files } from '../ports.ts'
import { keepSounds, readSounds } from '../worker/kept-sounds.ts'
import { type Sound, soundOfText } from '../worker/pinyin.ts'

export interface MenuSounds {
  readonly sounds: (text: LocalizedText) => readonly string[]
  /** For the next start, whose first panel would wait until all of it is spelled. */
  keep(): Promise<void>
}

export async function openMenuSounds(files: Files, path: string): Promise<MenuSounds> {
  // What cannot be read is spelled again.
  const known = await readSounds(files, path).catch(() => new Map<string, Sound>())
  let fresh = false
  return {
    sounds({ zhHans }) {
      let sound = known.get(zhHans)
      if (!sound) {
        sound = soundOfText(zhHans)
        known.set(zhHans, sound)
        fresh = true
      }
      return [sound.initials, sound.full]
    },
    async keep() {
      if (!fresh) return
      fresh = false
      await keepSounds(files, path, known)
    },
  }
}
