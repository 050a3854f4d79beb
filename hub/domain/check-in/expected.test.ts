import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, hour, memberFacts, minute } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened } from '../visit/visit.testing.ts'
import { known, touch, wangReserved } from './check-in.testing.ts'

describe('who comes by their card', () => {
  it('finds the reservation: party, class, room, discretion', () => {
    const { events } = given({ ...wangReserved, discreet: true })
      .when(touch, known('wang'))
      .tells({ checkIn: 'c1', free: true })
    expect(events).toMatchObject([{ reservation: 'res', party: 10, offer: 'v08', welcomed: false, discreet: true }])
  })

  it('does not find one that is for much later', () => {
    const early = given({ ...wangReserved, arrivesAt: evening + 3 * hour }).when(touch, known('wang'))
    expect(early.events[0]).not.toHaveProperty('reservation')
  })

  it('finds the one whose room was let go when they come late after all, unless another one is due', () => {
    const late = given(wangReserved, { type: 'ReservationReleased', reservation: 'res' })
    expect(late.when(touch, known('wang')).events).toMatchObject([{ reservation: 'res', party: 10 }])
    const two = given(
      wangReserved,
      { type: 'ReservationReleased', reservation: 'res' },
      { ...wangReserved, reservation: 'res2', arrivesAt: evening + 2 * hour, heldUntil: evening + 3 * hour },
    )
    expect(two.when(touch, known('wang')).events).toMatchObject([{ reservation: 'res2' }])
  })

  it('suggests the visit that took the member’s reservation', () => {
    const honoured: Event[] = [
      { ...wangReserved, booker: 'wang', member: 'li' },
      opened('party', 'v08', { reservation: 'res' }),
      { type: 'ReservationHonoured', reservation: 'res', visit: 'party' },
    ]
    const { events } = given(...honoured)
      .when(touch, known('wang'))
      .tells({ checkIn: 'c1' })
    expect(events).toMatchObject([{ joins: 'party' }])
    expect(events[0]).not.toHaveProperty('offer')
  })

  it('suggests the only party of the same account manager, unless it hides', () => {
    const party = (discreet: boolean): Event[] => [
      { ...wangReserved, member: 'li', discreet },
      opened('party', 'v08', { reservation: 'res', discreet }),
      { type: 'ReservationHonoured', reservation: 'res', visit: 'party' },
    ]
    expect(given(...party(false)).when(touch, known('wang')).events).toMatchObject([{ joins: 'party' }])
    expect(given(...party(true)).when(touch, known('wang')).events[0]).not.toHaveProperty('joins')
  })

  it('suggests where the party is that joined another, also to who stands in the lobby already', () => {
    const booked = (reservation: string, visit: string, room: string, discreet = false): Event[] => [
      { ...wangReserved, reservation, member: 'li', room, discreet },
      opened(visit, room, { reservation, discreet }),
      { type: 'ReservationHonoured', reservation, visit },
    ]
    const joined: Event = { type: 'VisitsMerged', from: 'party', into: 'friends', freed: 'v08', charge: 0 }
    const early = given(...booked('res', 'party', 'v08'), opened('friends', 'v03'))
    early.when(touch, known('wang'))
    const house = given(...booked('res', 'party', 'v08'), opened('friends', 'v03'), joined)
    expect(house.when(touch, known('wang')).events).toMatchObject([{ joins: 'friends' }])
    early.when({ type: 'MergeVisits', from: 'party', into: 'friends' }, by(as('lily')))
    expect(early.state.checkIns.get('c1')).toMatchObject({ joins: 'friends' })
    // Two rooms were booked for what is one party by now; who hides from nobody does so beside who hides.
    const both = (discreet: boolean) =>
      given(...booked('res', 'party', 'v08'), ...booked('res-2', 'friends', 'v03', discreet), joined)
    expect(both(false).when(touch, known('wang')).events).toMatchObject([{ joins: 'friends' }])
    expect(both(true).when(touch, known('wang')).events[0]).not.toHaveProperty('joins')
  })
})

describe('a member who booked two rooms', () => {
  const second: Event = { ...wangReserved, reservation: 'res2', party: 6, roomClass: 'mid', room: 'v03' }
  const receive = (reservation: string) =>
    ({ type: 'CheckInReservation', reservation, party: reservation === 'res' ? 10 : 6 }) as const
  const lily = by(as('lily'), { facts: { identified: { member: memberFacts('wang') } } })

  it('is received for the second while they wait for the first, or sit in it: their friends come to it', () => {
    const waiting = given(wangReserved, second)
      .when(receive('res'), lily)
      .when(receive('res2'), { ...lily, at: evening + minute })
    expect(waiting.events).toMatchObject([{ type: 'CheckedIn', reservation: 'res2', party: 6, offer: 'v03' }])
    expect(waiting.events[0]).not.toHaveProperty('member')
    const { when, state } = given(wangReserved, second).when(receive('res'), lily)
    when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-buyout' }, lily)
    const seated = when(receive('res2'), { ...lily, at: evening + minute })
    expect(seated.events).toMatchObject([{ type: 'CheckedIn', reservation: 'res2', offer: 'v03' }])
    when({ type: 'SeatCheckIn', checkIn: 'c2', room: 'v03', tariff: 'mid-timed' }, lily)
    expect(state.reservations.get('res2')).toMatchObject({ status: 'honoured' })
    expect(state.visits.get(state.rooms.get('v03')?.visit ?? '')).toMatchObject({ members: [], reservation: 'res2' })
  })

  it('is received once for each', () => {
    const { when } = given(wangReserved, second).when(receive('res'), lily).when(receive('res2'), lily)
    when(receive('res2'), lily).gives()
    when(receive('res'), lily).gives()
  })

  it('sits at a friend’s table: that is said, and no room is opened behind their back', () => {
    given(second, opened('x', 'v08', { host: 'wang' }))
      .when(receive('res2'), lily)
      .refuses('already-in', 'look-again')
  })
})
