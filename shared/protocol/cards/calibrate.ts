/** Which format a reader writes: learned from cards whose printed numbers are known. What does not follow is not guessed. */
import {
  type CardFormat,
  type CardIdentity,
  cardFormats,
  hexOf,
  readCard,
  sameCard,
  type Technology,
  technologyOf,
} from './formats.ts'

export interface Sample {
  /** What the reader wrote. */
  readonly text: string
  /** What a person typed off the card. */
  readonly printed: string
}

/** One format: that is it. Several: another card may tell. None: the number is another card's, or the reader is strange. */
export type Calibrated = readonly CardFormat[] | 'colliding'

/** `technology`: what a person says that the cards are. */
export function calibrate(samples: readonly Sample[], technology?: Technology): Calibrated {
  const formats = cardFormats.filter(format => technology === undefined || technologyOf(format) === technology)
  const fits = formats.map(format => ({ format, each: samples.map(sample => fitOf(sample, format)) }))
  const fitting = fits.filter(({ each }) => !each.includes('no'))
  const whole = fitting.filter(({ each }) => !each.includes('cut')).map(({ format }) => format)
  const cut = fitting.filter(({ each }) => each.includes('cut'))
  const cards = new Set(samples.map(({ text }) => text)).size
  if (cut.length > 0 && (whole.length === 0 || (cards > 1 && cut.some(({ each }) => !each.includes('whole')))))
    return 'colliding'
  // Hex without a letter is one card in a hundred, and no two.
  const digits = cards > 1 && samples.every(({ text }) => /^\d+$/.test(text))
  const likely = digits && !whole.every(isHex) ? whole.filter(format => !isHex(format)) : whole
  return [...likely, ...cut.map(({ format }) => format)]
}

/** What a number typed off a card may be. A UID in hex is printed in its own order, as every phone shows it. */
export function printedIdentities(printed: string): readonly CardIdentity[] {
  const number = bareNumber(printed)
  const found: CardIdentity[] = []
  for (const format of printedFormats) {
    const read = readCard(number, format)
    if (typeof read !== 'string' && !found.some(one => one.technology === read.technology && one.hex === read.hex))
      found.push(read)
  }
  return found
}

/** Without what is printed for the eye; the two halves of a pair are kept apart. */
export function bareNumber(printed: string): string {
  const [, first, second] = /^\s*(\d{3}|\d{5})[\s,，.:/-]+(\d{5})\s*$/.exec(printed) ?? []
  if (first !== undefined && second !== undefined) return `${first},${second}`
  return printed.replace(/[\s:.-]/g, '').toUpperCase()
}

/** `cut`: the reader drops four of a UID's seven bytes; whatever the card says, others may say the same. */
type Fit = 'no' | 'whole' | 'cut'

function fitOf({ text, printed }: Sample, format: CardFormat): Fit {
  const read = readCard(text, format)
  if (read === 'colliding') return isCutFrom(printed, hexOf(text, format) ?? '') ? 'cut' : 'no'
  if (typeof read === 'string') return 'no'
  return printedIdentities(printed).some(known => sameCard(read, known)) ? 'whole' : 'no'
}

/** From the whole UID, or from what another such reader made of it. */
const isCutFrom = (printed: string, hex: string): boolean =>
  printedFormats
    .map(format => (technologyOf(format) === 'mifare' ? hexOf(bareNumber(printed), format) : undefined))
    .some(known => known === hex || (known?.length === 14 && known.startsWith(hex.slice(2))))

const printedFormats = cardFormats.filter(format => format !== 'uid-hex-reversed')

const isHex = (format: CardFormat): boolean =>
  format === 'em-10h' || format === 'uid-hex' || format === 'uid-hex-reversed'
