import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { given } from '../given.testing.ts'
import { closed, party } from '../party.testing.ts'

const mark = (item: string, on = true): CommandOf<'MarkFavourite'> => ({ type: 'MarkFavourite', item, on })

describe('收藏', () => {
  it('is kept with the visit, oldest first, until it is taken away', () => {
    const p = party()
    p.tap(mark('whisky')).gives({ type: 'FavouriteMarked', visit: 'a', item: 'whisky', on: true })
    p.tap(mark('whisky')).gives().tells({ already: true })
    p.tap(mark('beer'))
    expect(p.visit().favourites).toEqual(['whisky', 'beer'])
    p.tap(mark('whisky', false))
    p.tap(mark('whisky', false)).gives().tells({ already: true })
    expect(p.visit().favourites).toEqual(['beer'])
  })

  it('is of what the house has, and of a party that is there', () => {
    party().tap(mark('no-such-thing')).refuses('unknown-item')
    party(closed).tap(mark('beer')).refuses('visit-closed')
    given().when(mark('beer')).refuses('visit-closed')
  })
})
