import { expect, it } from 'vitest'
import { pastVisit } from '../domain/fixture.testing.ts'
import { houseStatistics } from '../insight/house-statistics.ts'
import { createHouseUsual } from './house-usual.ts'

const had = (visit: string, at: number, ...items: string[]) =>
  pastVisit(visit, at, { drunk: items.map(item => ({ item, qty: 1 })) })
const first = had('a', 1, 'beer')
const second = had('b', 2, 'beer', 'tea')
const third = had('c', 3, 'tea')

it('knows what was counted at the start and every visit since, in whichever order they come', () => {
  const whole = houseStatistics([{ visits: [first, second, third] }])
  const slow = createHouseUsual()
  slow.visited([first], second)
  slow.counted(houseStatistics([{ visits: [first] }]))
  slow.visited([first, second], third)
  expect(slow.now()).toEqual(whole)
})

it('begins with nothing, and with the first visit of a new house', () => {
  const usual = createHouseUsual()
  expect(usual.now().items.size).toBe(0)
  usual.counted(houseStatistics([]))
  usual.visited([], first)
  expect(usual.now()).toEqual(houseStatistics([{ visits: [first] }]))
})
