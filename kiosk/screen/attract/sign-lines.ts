/** How a sign is set: a line for each part between spaces, and what of a line the gold fills in one go. Pure. */

export interface SignLine {
  /** Characters, and words in letters. */
  readonly parts: readonly string[]
  /** How many parts the lines before it have. */
  readonly from: number
  /** About how wide it is, spacing included. */
  readonly ems: number
}

/** Ems with the spacing, measured in the serif: a character fills its own, capitals take three quarters of one. */
const characterEms = 1.12
const capitalEms = 0.88
const smallEms = 0.68

/** Whatever is set in a square: characters, kana with their marks, Hangul, and what was made as wide as they are. */
const isCharacter =
  /[\p{Script=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u
const isSmall = /\p{Lowercase}/u

export function signLines(sign: string): readonly SignLine[] {
  let from = 0
  return sign
    .split(/\s+/u)
    .filter(line => line !== '')
    .map(line => {
      const parts = partsOf(line)
      const set = { parts, from, ems: parts.reduce((sum, part) => sum + emsOf(part), 0) }
      from += parts.length
      return set
    })
}

function partsOf(line: string): readonly string[] {
  const parts: string[] = []
  for (const letter of line) {
    const word = parts.at(-1)
    if (word === undefined || isCharacter.test(word) || isCharacter.test(letter)) parts.push(letter)
    else parts[parts.length - 1] = word + letter
  }
  return parts
}

const emsOf = (part: string): number => Array.from(part).reduce((sum, letter) => sum + widthOf(letter), 0)

function widthOf(letter: string): number {
  if (isCharacter.test(letter)) return characterEms
  return isSmall.test(letter) ? smallEms : capitalEms
}
