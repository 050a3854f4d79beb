import { expect, it } from 'vitest'
import type { Tap } from '../../shared/client/tap.ts'
import { shownFavourites } from './shown-favourites.ts'

const tap = (item: string, on: boolean, n: number): Tap => ({
  outbox: 'x',
  n,
  visit: 'v1',
  tappedAt: 0,
  command: { type: 'MarkFavourite', item, on },
})

it('shows what is marked at once, before the hub knows', () => {
  expect(shownFavourites(undefined, [])).toEqual([])
  expect(shownFavourites(['beer'], [tap('tea', true, 1), tap('beer', false, 2)])).toEqual(['tea'])
  expect(shownFavourites(['beer'], [tap('beer', true, 1)])).toEqual(['beer'])
})
