import { describe, expect, it } from 'vitest'
import { type CardFormat, readCard } from '../../shared/protocol/cards/formats.ts'
import { memberOf, textCard } from '../domain/fixture.testing.ts'
import type { Card, Member } from '../domain/member/member.ts'
import { createCardIndex } from './card-index.ts'

const card = (id: string, format: CardFormat, number: string, blocked = false): Card => {
  const read = readCard(number, format)
  if (typeof read === 'string') throw new Error(`${number} is ${read}`)
  return { id, ...read, number, blocked }
}
const holder = (id: string, ...cards: Card[]): Member => memberOf(id, 'gold', { cards }).member
const indexOf = (...members: Member[]) => {
  const index = createCardIndex()
  for (const member of members) index.add(member)
  return index
}

describe('a card that was added at a reader of one format', () => {
  const index = indexOf(
    holder('wang', card('k1', 'em-10h', '0102B0A5FD')),
    holder('li', card('k2', 'em-8h10d', '0045131262')),
  )

  it.each<[CardFormat, string]>([
    ['em-10h', '0102b0a5fd'],
    ['em-10h13d', '0004340098557'],
    ['em-8h10d', '0045131261'],
    ['em-6h8d', '11576829'],
    ['em-4h4h', '00688,42493'],
    ['em-w26', '176,42493'],
  ])('is known at a reader of another: %s', (format, text) => {
    expect(index.identify(text, format)).toEqual({ member: 'wang', card: 'k1' })
  })

  it('is known to a reader without a format by its text alone', () => {
    expect(index.identify('0102B0A5FD')).toEqual({ member: 'wang', card: 'k1' })
    expect(index.identify('0045131261')).toEqual({ failure: 'unknown' })
  })

  it('is not known where the text is not of the reader’s format', () => {
    expect(index.identify('0102B0A5FD', 'em-8h10d')).toEqual({ failure: 'unreadable' })
    expect(index.identify('08A1B2C3', 'uid-hex')).toEqual({ failure: 'wrong-venue' })
    expect(index.identify('8804A2B3', 'uid-hex')).toEqual({ failure: 'unreadable' })
  })
})

describe('W26, which knows 24 bits', () => {
  it('names nobody where two cards fit', () => {
    const index = indexOf(
      holder('wang', card('k1', 'em-10h', '0102B0A5FD')),
      holder('li', card('k2', 'em-10h', '0202B0A5FD')),
    )
    expect(index.identify('176,42493', 'em-w26')).toMatchObject({ failure: 'duplicate' })
    expect(index.identify('0202B0A5FD', 'em-10h')).toEqual({ member: 'li', card: 'k2' })
  })

  it('nor where one of the two is the same member’s lost one', () => {
    const both = holder('wang', card('k1', 'em-10h', '0102B0A5FD', true), card('k2', 'em-10h', '0202B0A5FD'))
    expect(indexOf(both).identify('176,42493', 'em-w26')).toMatchObject({ failure: 'duplicate' })
  })
})

describe('a card kept as text, from before the reader had a format', () => {
  const index = indexOf(holder('wang', textCard('wang', '0045131261')))

  it('goes on working when the reader has one', () => {
    expect(index.identify('0045131261')).toMatchObject({ member: 'wang' })
    expect(index.identify('0045131261', 'em-8h10d')).toMatchObject({ member: 'wang' })
    expect(index.identify('11576829', 'em-6h8d')).toEqual({ failure: 'unknown' })
  })

  it('is another’s as well where that one has the number it may be', () => {
    const two = indexOf(
      holder('wang', textCard('wang', '0045131261')),
      holder('li', card('k2', 'em-10h', '0102B0A5FD')),
    )
    expect(two.identify('0045131261', 'em-8h10d')).toMatchObject({ failure: 'duplicate' })
  })
})

describe('whose card it is already', () => {
  const index = indexOf(holder('wang', card('k1', 'em-10h', '0102B0A5FD')), holder('li', textCard('li', '0000000777')))

  it.each<[string, ReturnType<typeof card>, string | undefined]>([
    ['the same', card('x', 'em-10h', '0102B0A5FD'), 'wang'],
    ['as far as it is known', card('x', 'em-w26', '176,42493'), 'wang'],
    ['another of the same low bits', card('x', 'em-10h', '0202B0A5FD'), undefined],
    ['one kept as text', card('x', 'em-8h10d', '0000000777'), 'li'],
    ['text again', textCard('x', '0000000777'), 'li'],
    ['a new one', card('x', 'em-10h', '0A0B0C0D0E'), undefined],
  ])('%s', (_what, added, owner) => expect(index.ownerOf(added)).toBe(owner))

  it('nobody’s once its member is gone', () => {
    const wang = holder('wang', card('k1', 'em-10h', '0102B0A5FD'))
    const one = indexOf(wang)
    one.drop(wang)
    expect(one.identify('0102B0A5FD', 'em-10h')).toEqual({ failure: 'unknown' })
    expect(one.ownerOf(card('x', 'em-10h', '0102B0A5FD'))).toBeUndefined()
  })
})
