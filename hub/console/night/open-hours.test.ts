import { expect, it } from 'vitest'
import { openHours } from './open-hours.ts'

const day = (guests: readonly number[]) =>
  guests.map((count, at) => ({ at, guests: count, ordered: count * 100, calls: 0 }))
const shown = (guests: readonly number[]) => openHours(day(guests)).map(({ at }) => at)

it('begin an hour before the first guests and end an hour after the last', () => {
  expect(shown([0, 0, 0, 4, 0, 9, 0, 0])).toEqual([2, 3, 4, 5, 6])
})

it('are what there is where guests were there from the first hour to the last', () => {
  expect(shown([3, 0, 5])).toEqual([0, 1, 2])
})

it('are the whole day where nobody came', () => {
  expect(shown([0, 0, 0])).toEqual([0, 1, 2])
})
