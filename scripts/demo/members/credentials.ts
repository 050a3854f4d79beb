/** What members show or type. Nobody has the same as another, however many members there are. */
import type { Card } from '../../../hub/domain/member/member.ts'
import { cardId } from '../../../hub/domain/member/member.ts'
import { readCard } from '../../../shared/protocol/cards/formats.ts'
import type { Chance } from '../random.ts'

/** Mr Wang's; it is printed in the handbook. */
export const wangsCard = '0004340098'

/** EM4100 as readers type it: ten decimal digits, leading zeros kept. `replaced`: the one they lost. */
export function cardOf(index: number, replaced = false): string {
  // An odd factor runs through all 24 bits without meeting itself.
  const serial = (Math.imul(index, 10_368_889) + 7_350_113) & 0xff_ffff
  const own = serial === Number(wangsCard) ? serial + 0x100_0000 : serial
  return String(replaced ? own + 0x200_0000 : own).padStart(10, '0')
}

/** As they are kept of a reader that writes 8H10D, the usual one. */
export function keptCards(member: string, cards: readonly { number: string; blocked: boolean }[]): Card[] {
  return cards.map(({ number, blocked }, index) => {
    const read = readCard(number, 'em-8h10d')
    if (typeof read === 'string') throw new Error(`${number} is ${read}`)
    return { id: cardId(member, index), ...read, number, blocked }
  })
}

/** 199 0000 xxxx, which nobody has; from the ten-thousandth member on the next ten thousand numbers. */
export function phoneOf(index: number): string {
  const block = Math.floor(index / 10_000)
  return `199${String(block * 10_000 + ((index * 7919 + 2718) % 10_000)).padStart(8, '0')}`
}

/** 26 characters of base32, 128 bits: for a demo only, because the seed is known. */
export function codeOf(chance: Chance): string {
  let code = ''
  while (code.length < 26) code += letters.charAt(Math.floor(chance.next() * 32))
  return code
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
