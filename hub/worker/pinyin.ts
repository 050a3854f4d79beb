/** How Chinese text is typed without characters: full pinyin and initials. Latin letters and digits stand for themselves. */
import { pinyin } from 'pinyin-pro'
import { romajiOf } from './romaji.ts'
import { foldText } from './song-index.ts'

export interface Sound {
  readonly full: string
  readonly initials: string
}

const han = /\p{Script=Han}/u
export const isHan = (text: string): boolean => han.test(text)

export function soundOfText(text: string): Sound {
  if (!isHan(text)) {
    const words =
      text
        .normalize('NFKC')
        .toLowerCase()
        // The long mark of kana is a letter, and no word begins with it.
        .match(/[\p{L}\p{N}]+/gu)
        ?.map(romajiOf)
        .filter(word => word !== '') ?? []
    return { full: words.join(''), initials: words.map(word => word.charAt(0)).join('') }
  }
  const syllables = pinyin(text.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const parts = syllables.flatMap(part => foldText(part).match(/[a-zü]+|\d/g) ?? [])
  return { full: parts.join(''), initials: parts.map(part => part.charAt(0)).join('') }
}

/** Any part of it, as it is written or as it is typed. */
export function holdsText(text: string, needle: string): boolean {
  const { full, initials } = soundOfText(text)
  const wanted = foldText(needle)
  return wanted !== '' && [foldText(text), full, initials].some(form => form.includes(wanted))
}
