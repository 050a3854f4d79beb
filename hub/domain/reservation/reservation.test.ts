import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, hour, minute, system } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'

const lily = by(as('lily'))
const reserve = {
  type: 'Reserve',
  member: 'wang',
  party: 10,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  room: 'v08',
  deposit: true,
} as const
const reserved: Event = {
  type: 'Reserved',
  reservation: 'b1',
  member: 'wang',
  party: 10,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  room: 'v08',
  deposit: true,
  booker: 'lily',
  discreet: false,
}
/** What its end says that nobody came for. */
const was = {
  arrivesAt: evening + hour,
  party: 10,
  roomClass: 'big',
  room: 'v08',
  deposit: true,
  booker: 'lily',
} as const

describe('a room is promised', () => {
  it('by whoever takes the call, unless they name the booker', () => {
    given().when(reserve, lily).gives(reserved).tells({ reservation: 'b1' })
    expect(given().when({ ...reserve, booker: 'mei' }, lily).events).toMatchObject([{ booker: 'mei' }])
  })

  it('discreetly, where the member is or the booker says so', () => {
    expect(given().when({ ...reserve, member: 'li' }, lily).events).toMatchObject([{ discreet: true }])
    expect(given().when({ ...reserve, discreet: true }, lily).events).toMatchObject([{ discreet: true }])
  })

  it('to a guest whose name lives in the texts', () => {
    const { member: _nobody, ...guest } = reserve
    const { events } = given().when(
      { ...guest, name: '陈先生' },
      { ...lily, facts: { named: 't1', staged: [{ kind: 'text', id: 't1', rev: 1 }] } },
    )
    expect(events).toMatchObject([
      { type: 'RecordSaved', kind: 'text', id: 't1', rev: 1 },
      { type: 'Reserved', text: 't1' },
    ])
    expect(JSON.stringify(events)).not.toContain('陈')
  })

  it('to nobody whom the house turns away; what was promised before may still be changed', () => {
    given()
      .when({ ...reserve, member: 'ding' }, lily)
      .refuses('banned', 'ask-manager')
    const before: Event = { ...reserved, member: 'ding' }
    given(before)
      .when({ ...reserve, type: 'AmendReservation', reservation: 'b1', member: 'ding', party: 12 }, lily)
      .givesTypes('ReservationAmended')
  })

  it('once at a time', () => {
    given(reserved)
      .when({ ...reserve, member: 'zhao' }, lily)
      .refuses('room-taken', 'choose-other')
    given(reserved, { type: 'ReservationCancelled', reservation: 'b1' }).when(reserve, lily).givesTypes('Reserved')
    const tomorrow = { ...reserve, arrivesAt: evening + 25 * hour, heldUntil: evening + 26 * hour }
    given(reserved).when(tomorrow, lily).givesTypes('Reserved')
  })

  it('of a class as often as it has rooms at the busiest moment; more only for who is sure', () => {
    const { room: _any, ...ofClass } = { ...reserve, roomClass: 'mid' }
    const promised = (reservation: string, from: number, until: number): Event => {
      const { room: _none, ...event } = { ...reserved, roomClass: 'mid' }
      return { ...event, reservation, arrivesAt: evening + from * hour, heldUntil: evening + until * hour }
    }
    given(promised('b1', 1, 2))
      .when(ofClass, lily)
      .givesTypes('Reserved')
    given(promised('b1', 1, 2), promised('b2', 1, 2))
      .when(ofClass, lily)
      .refuses('room-promised', 'confirm')
      .when({ ...ofClass, room: 'v03' }, lily)
      .refuses('room-promised', 'confirm')
      .when(ofClass, { ...lily, sure: true })
      .givesTypes('Reserved')
    // One after the other they need one room only.
    given(promised('b1', 3, 4), promised('b2', 8, 9))
      .when({ ...ofClass, arrivesAt: evening + 4 * hour, heldUntil: evening + 7 * hour }, lily)
      .givesTypes('Reserved')
    given(promised('b1', 1, 2), promised('b2', 1, 2), { type: 'ReservationCancelled', reservation: 'b1' })
      .when(ofClass, lily)
      .givesTypes('Reserved')
  })

  it.each([
    ['an end before the arrival', { heldUntil: evening + 30 * minute }, 'malformed'],
    ['an hour that has passed', { arrivesAt: evening - 2 * hour, heldUntil: evening - hour }, 'late'],
    ['a minute that has passed, though it would be held on', { arrivesAt: evening - minute }, 'late'],
    ['a class there is not', { roomClass: 'huge' }, 'unknown'],
    ['a room of another class', { room: 'v01' }, 'unknown'],
    ['a member nobody knows', { member: 'nobody' }, 'unknown'],
  ] as const)('not for %s', (_what, wrong, code) => {
    given()
      .when({ ...reserve, ...wrong }, lily)
      .refuses(code)
  })
})

it('is promised for the minute that runs, and for one that ran when it was agreed while the hub was away', () => {
  const now = { ...reserve, arrivesAt: evening }
  given()
    .when(now, { ...lily, at: evening + minute - 1 })
    .givesTypes('Reserved')
  given()
    .when(now, { ...lily, at: evening + 20 * minute, tappedAt: evening + minute - 1 })
    .givesTypes('Reserved')
  given()
    .when(now, { ...lily, at: evening + minute, tappedAt: evening + minute })
    .refuses('late', 'choose-other')
})

it('is promised to somebody', () => {
  const { member: _nobody, ...guest } = reserve
  given().when(guest, lily).refuses('malformed')
})

describe('a promise is changed', () => {
  const amend = { ...reserve, type: 'AmendReservation', reservation: 'b1' } as const

  it('in everything but who took the call, and does not stand in its own way', () => {
    const later = { arrivesAt: evening + 90 * minute, heldUntil: evening + 3 * hour, party: 12, deposit: false }
    given(reserved)
      .when({ ...amend, ...later }, by(as('mei')))
      .gives({ ...reserved, ...later, type: 'ReservationAmended' })
      .when({ ...reserve, member: 'zhao' }, lily)
      .refuses('room-taken')
    given(reserved, { ...reserved, reservation: 'b2', room: 'v05', roomClass: 'mid' })
      .when({ ...amend, roomClass: 'mid', room: 'v05' }, lily)
      .refuses('room-taken')
  })

  it('to no minute that has passed, unless it was agreed before: who is late is only held for longer', () => {
    const late = by(as('lily'), { at: evening + 70 * minute, tappedAt: evening + 70 * minute })
    given(reserved)
      .when({ ...amend, heldUntil: evening + 3 * hour }, late)
      .givesTypes('ReservationAmended')
      .when({ ...amend, arrivesAt: evening + 65 * minute, heldUntil: evening + 3 * hour }, late)
      .refuses('late', 'choose-other')
  })

  it('not by who saw it as it was before somebody else changed it; a page of before does not say', () => {
    const later = { ...amend, amended: 0, arrivesAt: evening + 90 * minute }
    given(reserved)
      .when(later, lily)
      .givesTypes('ReservationAmended')
      .when({ ...amend, amended: 0, party: 12 }, by(as('mei')))
      .refuses('changed', 'look-again')
      .when({ ...amend, amended: 1, party: 12 }, by(as('mei')))
      .givesTypes('ReservationAmended')
      .when(amend, lily)
      .givesTypes('ReservationAmended')
  })

  it('keeps a number that nobody typed anew', () => {
    const { member: _none, ...guest } = reserved
    const known: Event = { ...guest, text: 't1', phone: 't2', contact: 'hash' }
    const { member: _nobody, ...plain } = amend
    const facts = { named: 't1', staged: [{ kind: 'text', id: 't1', rev: 2 }] } as const
    const { events } = given(known).when({ ...plain, name: '陈太太' }, { ...lily, facts })
    expect(events).toMatchObject([
      { type: 'RecordSaved', kind: 'text', id: 't1', rev: 2 },
      { type: 'ReservationAmended', text: 't1', phone: 't2', contact: 'hash' },
    ])
  })

  it('tells whoever stands in the lobby already', () => {
    const waiting: Event = {
      type: 'CheckedIn',
      checkIn: 'c',
      how: 'card',
      kiosk: 'kiosk1',
      member: 'wang',
      reservation: 'b1',
      welcomed: true,
      discreet: false,
      glance: false,
      lapsesAt: evening + hour,
    }
    const facts = { named: 't1', staged: [{ kind: 'text', id: 't1', rev: 1 }] } as const
    given(reserved, waiting)
      .when({ ...amend, name: '王先生', discreet: true }, { ...lily, facts })
      .givesTypes('RecordSaved', 'ReservationAmended', 'CheckInDiscreetSet', 'CheckInNamed')
  })

  it('not once it is over', () => {
    given(reserved, { type: 'ReservationCancelled', reservation: 'b1' }).when(amend, lily).refuses('already-done')
    given().when(amend, lily).refuses('unknown')
  })
})

describe('a promise ends', () => {
  const cancel = { type: 'CancelReservation', reservation: 'b1' } as const
  const release = { type: 'ReleaseReservation', reservation: 'b1' } as const

  it('when it is cancelled, once', () => {
    given(reserved)
      .when(cancel, lily)
      .gives({ type: 'ReservationCancelled', reservation: 'b1', was })
      .when(cancel, lily)
      .refuses('already-done')
    given().when(cancel, lily).refuses('unknown')
  })

  it('when nobody came by the hour agreed, not before, and not once honoured', () => {
    given(reserved)
      .when(release, { by: system, at: evening + 2 * hour - 1 })
      .gives()
      .when(release, { by: system, at: evening + 2 * hour })
      .gives({ type: 'ReservationReleased', reservation: 'b1', was })
    given(reserved, { type: 'ReservationHonoured', reservation: 'b1', visit: 'v' })
      .when(release, { by: system, at: evening + 3 * hour })
      .gives()
  })

  it('for nobody while the clock is ahead of every night', () => {
    given({ type: 'DayRolled', day: '2026-11-20' }, reserved)
      .when(release, { by: system, at: evening + 9 * 24 * hour })
      .gives()
  })

  it('and begins anew when whoever is late calls, or is over for good', () => {
    const late = given(reserved, { type: 'ReservationReleased', reservation: 'b1' })
    const { type: _type, ...promise } = reserve
    late
      .when(
        { ...promise, type: 'AmendReservation', reservation: 'b1', heldUntil: evening + 4 * hour },
        by(as('lily'), { at: evening + 3 * hour }),
      )
      .givesTypes('ReservationAmended')
      .when(release, { by: system, at: evening + 3 * hour })
      .gives()
    late.when(cancel, lily).givesTypes('ReservationCancelled').when(cancel, lily).refuses('already-done')
  })
})
