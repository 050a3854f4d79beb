/**
 * One card's number in the forms that readers type and that are printed on it. Numbers are text: leading zeros count. Some
 * forms hold only the low bytes of an EM id, so that an identity is as much of a card as is known, and two may be the same card.
 */

/** `text`: what a reader wrote of which nobody has said yet how it writes. */
export const technologies = ['em', 'mifare', 'stripe', 'text'] as const
export type Technology = (typeof technologies)[number]

/** EM id 0102b0a5fd = 10H13D 0004340098557 = 8H10D 0045131261 = 6H8D 11576829 = 4H4H 00688,42493 = W26 176,42493. */
export const cardFormats = [
  'em-10h',
  'em-10h13d',
  'em-8h10d',
  'em-6h8d',
  'em-4h4h',
  'em-w26',
  'uid-hex',
  'uid-hex-reversed',
  'uid-decimal',
  'uid-decimal-reversed',
  'stripe-1',
  'stripe-2',
] as const
export type CardFormat = (typeof cardFormats)[number]

/** What a person can say a card is. */
export type KnownTechnology = Exclude<Technology, 'text'>

export interface CardIdentity {
  readonly technology: Technology
  /** Upper-case. `em`: the low bytes that are known, five at most. `mifare`: the UID in its own order. Else the text's ASCII. */
  readonly hex: string
}

/**
 * `colliding`: a 7-byte UID cut to 0x88 and its first three bytes, of which about 65,536 differ. `passing`: phones and bank
 * cards make up a new UID each time.
 */
export type Unread = 'unreadable' | 'colliding' | 'passing'

/** What this reader's text says of the card. */
export function readCard(text: string, format: CardFormat): CardIdentity | Unread {
  const { technology } = readings[format]
  const hex = hexOf(text, format)
  if (hex === undefined) return 'unreadable'
  return technology === 'mifare' ? ownUid(hex) : { technology, hex }
}

/** The bytes alone, whatever they are worth. */
export const hexOf = (text: string, format: CardFormat): string | undefined => readings[format].hexOf(text)

export const textIdentity = (text: string): CardIdentity => ({ technology: 'text', hex: ascii(text) })

export const technologyOf = (format: CardFormat): Technology => readings[format].technology

/** As far as both are known. */
export function sameCard(one: CardIdentity, other: CardIdentity): boolean {
  if (one.technology !== other.technology) return false
  return one.technology === 'em' ? one.hex.endsWith(other.hex) || other.hex.endsWith(one.hex) : one.hex === other.hex
}

/** Equal for all that {@link sameCard} may hold of. */
export const identityKey = ({ technology, hex }: CardIdentity): string =>
  `${technology}:${technology === 'em' ? hex.slice(-leastKnown) : hex}`

/** What a reader that types read: a card's number, or else a member's code. The same rule wherever keys are read. */
export const isCardText = (text: string): boolean =>
  /^\d{4,20}$/.test(text) || cardFormats.some(format => readings[format].hexOf(text) !== undefined)

/**
 * What an issuer's bank card has on its tracks, whichever was read: number, date of expiry, service code. Nobody's member
 * number, and not to be carried about. The third track writes two digits before the number.
 */
export const isBankCard = (text: string): boolean =>
  /^[;+]?\d{12,21}=\d{7}/.test(text) || /^%?B\d{12,19}\^[^^]*\^\d{7}/i.test(text)

interface Reading {
  readonly technology: Technology
  readonly hexOf: (text: string) => string | undefined
}

/** W26 and 6H8D know three bytes of an EM id. */
const leastKnown = 6
/** Of a UID of four bytes: what stands first where a longer one was cut off, and where it was made up. */
const cascade = '88'
const madeUp = '08'

const readings: Readonly<Record<CardFormat, Reading>> = {
  'em-10h': { technology: 'em', hexOf: hexDigits(10) },
  'em-10h13d': { technology: 'em', hexOf: decimal(/^(\d{13})$/, [5]) },
  'em-8h10d': { technology: 'em', hexOf: decimal(/^(\d{10})$/, [4]) },
  'em-6h8d': { technology: 'em', hexOf: decimal(/^(\d{8})$/, [3]) },
  'em-4h4h': { technology: 'em', hexOf: decimal(/^(\d{5}),(\d{5})$/, [2, 2]) },
  'em-w26': { technology: 'em', hexOf: decimal(/^(\d{3}),?(\d{5})$/, [1, 2]) },
  'uid-hex': { technology: 'mifare', hexOf: hexDigits(8, 14) },
  'uid-hex-reversed': { technology: 'mifare', hexOf: reversed(hexDigits(8, 14)) },
  'uid-decimal': { technology: 'mifare', hexOf: uidDecimal },
  'uid-decimal-reversed': { technology: 'mifare', hexOf: reversed(uidDecimal) },
  'stripe-1': { technology: 'stripe', hexOf: stripe(/^%?[A-Z](\d{4,19})\^/) },
  'stripe-2': { technology: 'stripe', hexOf: stripe(/^;?(\d{4,19})(?:=|\??$)/) },
}

function ownUid(hex: string): CardIdentity | Unread {
  if (hex.length === 8 && hex.startsWith(cascade)) return 'colliding'
  if (hex.length === 8 && hex.startsWith(madeUp)) return 'passing'
  return { technology: 'mifare', hex }
}

function hexDigits(...lengths: readonly number[]): Reading['hexOf'] {
  return text => (lengths.includes(text.length) && /^[\dA-F]+$/i.test(text) ? text.toUpperCase() : undefined)
}

/** Each part of the text is a number of so many bytes. */
function decimal(shape: RegExp, bytes: readonly number[]): Reading['hexOf'] {
  return text => {
    const parts = shape.exec(text)?.slice(1)
    const written = parts?.map((part, index) => bytesOf(part, bytes[index] ?? 0))
    return written?.includes(undefined) ? undefined : written?.join('')
  }
}

/** Some readers write the zeros before it and some do not; so much is missing of none. */
function uidDecimal(text: string): string | undefined {
  if (/^(\d{10}|[1-9]\d{6,8})$/.test(text)) return bytesOf(text, 4)
  return /^(\d{17}|[1-9]\d{14,15})$/.test(text) ? bytesOf(text, 7) : undefined
}

/** Undefined where it is larger. */
function bytesOf(digits: string, bytes: number): string | undefined {
  const hex = BigInt(digits).toString(16).toUpperCase()
  return hex.length > bytes * 2 ? undefined : hex.padStart(bytes * 2, '0')
}

function reversed(hexOf: Reading['hexOf']): Reading['hexOf'] {
  return text => hexOf(text)?.match(/../g)?.reverse().join('')
}

/** The number on a track, before the name or the date. */
function stripe(shape: RegExp): Reading['hexOf'] {
  return text => {
    const number = shape.exec(text)?.[1]
    return number === undefined ? undefined : ascii(number)
  }
}

function ascii(text: string): string {
  return [...text].map(letter => letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join('')
}
