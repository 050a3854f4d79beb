import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, hour, minute } from '../domain/fixture.testing.ts'
import { book, bookFrom, bounds } from './night-facts.testing.ts'
import { nightReport } from './night-report.ts'

const was = {
  arrivesAt: evening + hour,
  party: 6,
  roomClass: 'big',
  room: 'v08',
  deposit: true,
  booker: 'mei',
} as const
const missed = (reservation: string, more: object = {}): Event => ({
  type: 'ReservationReleased',
  reservation,
  was: { ...was, ...more },
})
const cancelled = (reservation: string): Event => ({ type: 'ReservationCancelled', reservation, was })
const told = (night: ReturnType<typeof book>) => nightReport(night, bounds).lostBookings

describe('a booking that nobody came for', () => {
  it('is told by its hour, with what was paid ahead, who booked, and who took it off the list', () => {
    expect(told(book([90, missed('b1', { arrivesAt: evening + 2 * hour })], [95, cancelled('b2')]))).toEqual([
      { reservation: 'b2', at: evening + 95 * minute, ...was, cancelledBy: 'lin' },
      { reservation: 'b1', at: evening + 90 * minute, ...was, arrivesAt: evening + 2 * hour },
    ])
  })

  it('is none where they came late or it was agreed anew, and is told once, on its own night', () => {
    const came: Event = { type: 'ReservationHonoured', reservation: 'b1', visit: 'a' }
    expect(told(book([90, missed('b1')], [95, came]))).toEqual([])
    const anew: Event = {
      type: 'ReservationAmended',
      reservation: 'b1',
      ...was,
      heldUntil: evening + 3 * hour,
      discreet: false,
    }
    expect(told(book([90, missed('b1')], [95, anew]))).toEqual([])
    expect(told(book([90, missed('b1')], [95, cancelled('b1')]))).toHaveLength(1)
    expect(told(bookFrom(93, [90, missed('b1')]))).toEqual([])
    // An old line does not say what it was.
    expect(told(book([90, { type: 'ReservationReleased', reservation: 'b1' }]))).toEqual([])
  })
})
