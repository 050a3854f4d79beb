import { expect, it } from 'vitest'
import { addDays } from '../business-day.ts'
import type { Event } from '../events.ts'
import { day, evening, hour } from '../fixture.testing.ts'
import { at, given, type Past } from '../given.testing.ts'
import { openSince } from './nights.ts'

const opened = (visit: string, when: number): Past => {
  const terms = { kind: 'timed', tariff: 't', perHour: 1, startsAt: when, extensions: 0, added: 0 } as const
  const said = { room: 'v01', party: 4, minimumSpend: 0, orderRule: { kind: 'free' }, discreet: false } as const
  const event: Event = { type: 'VisitOpened', visit, terms, ...said }
  return at(when, event)
}
/** A night with two rooms opened in it, or one in which the house was closed. */
const night = (n: number, rooms: 0 | 2 = 2): Past[] => [
  at(evening + (n * 24 - 6) * hour, { type: 'DayRolled', day: addDays(day, n) }),
  ...Array.from({ length: rooms }, (_, room) => opened(`${n}-${room}`, evening + (n * 24 + room) * hour)),
]
const after = (...nights: Past[][]) => openSince(given(...nights.flat()).state.nights)
const nights = (from: number, to: number, rooms: 0 | 2 = 2) =>
  Array.from({ length: to - from }, (_, n) => night(from + n, rooms))

it('a fortnight is one of nights on which a room was opened, however often, and not of days', () => {
  expect(after(...nights(0, 13))).toBe(0)
  expect(after(...nights(0, 14))).toBe(evening)
  expect(after(...nights(0, 30))).toBe(evening + 16 * 24 * hour)
  expect(after(...nights(0, 13), ...nights(13, 60, 0))).toBe(0)
  expect(after(...nights(0, 13), ...nights(13, 60, 0), night(60))).toBe(evening)
})
