import { describe, expect, it } from 'vitest'
import { as, menu } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened, party } from '../party.testing.ts'
import { missingOf, packagesWith, packsOf } from './sold-out.ts'

const beer = menu.find(({ id }) => id === 'beer')
if (!beer) throw new Error('no beer')
const dozen = { ...beer, id: 'beer-12', unit: { zhHans: '打' } }
const items = [...menu, dozen]
const set = (soldOut: boolean) => ({ type: 'SetSoldOut', item: 'beer', soldOut }) as const

describe('what is sold out', () => {
  it('is so in every pack, and comes back in every pack', () => {
    expect(packsOf(items, 'beer')).toEqual(['beer', 'beer-12'])
    expect(packsOf(items, 'beer-tower')).toEqual(['beer-tower'])
    expect(packsOf(items, 'nothing')).toEqual([])
    const packs = by(as('bo'), { packs: id => packsOf(items, id) })
    given()
      .when(set(true), packs)
      .gives(
        { type: 'SoldOutSet', item: 'beer', soldOut: true },
        { type: 'SoldOutSet', item: 'beer-12', soldOut: true },
      )
      .when(set(true), packs)
      .gives()
      .when(set(false), packs)
      .givesTypes('SoldOutSet', 'SoldOutSet')
  })

  it('takes with it the packages that contain it, and says of which part', () => {
    const { state } = given({ type: 'SoldOutSet', item: 'beer', soldOut: true })
    const tower = menu.find(({ id }) => id === 'beer-tower')
    expect(tower && missingOf(state, tower)).toBe('beer')
    expect(packagesWith(menu, new Set(['beer']))).toEqual(['beer-tower'])
    const p = party(opened(), { type: 'SoldOutSet', item: 'beer', soldOut: true })
    const order = p.tap({ type: 'PlaceOrder', source: 'menu', lines: [{ item: 'beer-tower', qty: 1 }], seen: 26_800 })
    order.refuses('sold-out', 'choose-other')
  })
})
