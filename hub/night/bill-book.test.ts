import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, minute } from '../domain/fixture.testing.ts'
import { opened } from '../domain/party.testing.ts'
import { book, bookFrom, bounds } from './night-facts.testing.ts'
import { nightReport } from './night-report.ts'
import { visitSlip } from './visit-slip.ts'

const bill = (room: number, more: object = {}): Event => ({
  ...{ type: 'VisitSettled', visit: 'a', room, orders: 0, comps: 0, unticked: [] },
  ...more,
})
const undone: Event = { type: 'SettleUndone', visit: 'a' }
const told = (night: ReturnType<typeof book>) => nightReport(night, bounds).undoneBills

describe('a bill that was undone', () => {
  it('is told with who did it and when, what it came to, and what the next one did', () => {
    const night = book(
      [0, opened()],
      [5, bill(30_000, { orders: 8000, comps: 1000 })],
      [9, undone],
      [12, bill(24_000, { orders: 9000, comps: 3000 })],
    )
    const row = { at: evening + 9 * minute, visit: 'a', room: 'v08', was: 37_000, again: 30_000, by: 'lin' }
    expect(told(night)).toEqual([row])
    expect(visitSlip(night, 'a')?.undoneBills).toEqual([row])
  })

  it('more than once is told each time, against the one that came next', () => {
    const night = book([0, opened()], [5, bill(30_000)], [6, undone], [7, bill(20_000)], [8, undone], [9, bill(25_000)])
    expect(told(night).map(({ was, again }) => [was, again])).toEqual([
      [30_000, 20_000],
      [20_000, 25_000],
    ])
  })

  it('and not made again says so, and of a party that joined another where that went', () => {
    const [alone] = told(book([0, opened()], [5, bill(30_000)], [9, undone]))
    expect(alone).not.toHaveProperty('again')
    const merged: Event = { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v08', charge: 0 }
    const night = book(
      [0, opened(), opened({ visit: 'b', room: 'v03' })],
      [5, bill(30_000)],
      [9, undone],
      [10, merged],
      [12, bill(50_000, { visit: 'b' })],
    )
    expect(told(night)).toEqual([
      { at: evening + 9 * minute, visit: 'a', room: 'v08', was: 30_000, joined: 'v03', by: 'lin' },
    ])
    expect(visitSlip(night, 'b')?.undoneBills).toHaveLength(1)
  })

  it('held what the party stayed longer for after it: the next one does too', () => {
    const longer: Event = { type: 'VisitExtended', visit: 'a', minutes: 60, endsAt: 0, charge: 12_000 }
    const shorter: Event = { type: 'ExtensionUndone', visit: 'a', minutes: 60, charge: 12_000 }
    const [kept] = told(book([0, opened()], [5, bill(30_000)], [6, longer], [9, undone], [12, bill(42_000)]))
    expect(kept).toMatchObject({ was: 42_000, again: 42_000 })
    const [back] = told(book([0, opened()], [1, longer], [5, bill(30_000)], [6, longer, shorter], [9, undone]))
    expect(back).toMatchObject({ was: 30_000 })
  })

  it('is told on the day on which it was, with what it came to on the day before', () => {
    const facts = [
      [0, opened()],
      [5, bill(30_000)],
      [11, undone],
      [12, bill(20_000)],
    ] as const
    expect(told(bookFrom(10, ...facts))).toMatchObject([{ was: 30_000, again: 20_000 }])
    expect(told(bookFrom(12, ...facts))).toEqual([])
    // Made before anything that is known of here, it came to nobody knows what.
    const [late] = told(bookFrom(10, [0, opened()], [11, undone]))
    expect(late).toMatchObject({ room: 'v08' })
    expect(late).not.toHaveProperty('was')
  })
})

it('of a night on which none was undone, none is told', () => {
  const night = book([0, opened()], [5, bill(30_000)])
  expect(told(night)).toEqual([])
  expect(visitSlip(night, 'a')?.undoneBills).toEqual([])
})
