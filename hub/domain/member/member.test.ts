import * as v from 'valibot'
import { expect, it } from 'vitest'
import { memberOf } from '../fixture.testing.ts'
import { Member } from './member.ts'

const { member } = memberOf('m1-wang', 'gold')

it('reads cards as they were kept before cards had kinds, each time the same', () => {
  const early = [
    { number: '0004340098', blocked: true },
    { number: '0012', blocked: false },
  ]
  const read = v.parse(Member, { ...member, cards: early })
  expect(read.cards).toEqual([
    { id: 'm1-wang.k1', technology: 'text', hex: '30303034333430303938', number: '0004340098', blocked: true },
    { id: 'm1-wang.k2', technology: 'text', hex: '30303132', number: '0012', blocked: false },
  ])
  expect(v.parse(Member, read)).toEqual(read)
})

it('refuses a card of no kind', () => {
  const odd = { id: 'k', technology: 'em', hex: 'xyz', number: '1', blocked: false }
  expect(v.safeParse(Member, { ...member, cards: [odd] }).success).toBe(false)
})
