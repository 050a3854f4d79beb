import { describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../events.ts'
import { as, evening, hour, kiosk, memberFacts, minute, second } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import type { State } from '../state.ts'

const lily = by(as('lily'))
const scanned: EventOf<'CheckedIn'> = {
  type: 'CheckedIn',
  checkIn: 'c',
  how: 'code',
  kiosk: 'kiosk1',
  credential: 'hash-wang',
  member: 'wang',
  tier: 'black',
  party: 2,
  reservation: 'res',
  offer: 'v08',
  welcomed: false,
  discreet: false,
  glance: true,
  lapsesAt: evening + 20 * minute,
}
const reserved: EventOf<'Reserved'> = {
  type: 'Reserved',
  reservation: 'res',
  member: 'wang',
  text: 't-alias',
  party: 10,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  room: 'v08',
  deposit: false,
  booker: 'mei',
  discreet: false,
}
const amend = (more: object) => ({ type: 'AmendCheckIn' as const, checkIn: 'c', ...more })
const checkIn = ({ state }: { state: State }) => state.checkIns.get('c')

describe('who came with a code or a number', () => {
  it('is welcomed when staff say that it is them, from then on', () => {
    const later = evening + 30 * second
    const seen = given(scanned).when(amend({ isThem: true }), { ...lily, at: later })
    seen.gives({ type: 'CheckInRecognised', checkIn: 'c', welcomed: true, welcomeUntil: later + 29 * second })
    expect(checkIn(seen)).toMatchObject({ glance: false, welcomed: true, welcomeOver: false, recognisedAt: later })
    seen.when(amend({ isThem: true }), lily).gives()
  })

  it.each([
    ['a member who did not opt in', { ...scanned, member: 'zhao' }, {}],
    ['a discreet member', { ...scanned, member: 'li', discreet: true }, {}],
    ['a guest whom the desk makes discreet', scanned, { discreet: true }],
    ['a guest without a record', { ...scanned, member: 'gone' }, {}],
  ] as const)('is recognised without a word: %s', (_who, fact, more) => {
    const { events } = given(fact).when(amend({ isThem: true, ...more }), lily)
    expect(events.at(-1)).toEqual({ type: 'CheckInRecognised', checkIn: 'c', welcomed: false })
  })

  it('keeps nothing of the member when it is somebody else, but the place in the line', () => {
    const other = given(reserved, scanned).when(amend({ isThem: false }), lily)
    // What was promised to Wang is not for them.
    other.gives({ type: 'CheckInMistaken', checkIn: 'c', offer: 'v01' })
    expect(checkIn(other)).toEqual({
      id: 'c',
      at: evening,
      how: 'code',
      kiosk: 'kiosk1',
      credential: 'hash-wang',
      party: 2,
      offer: 'v01',
      discreet: false,
      glance: false,
      welcomed: false,
      welcomeOver: true,
      lapsesAt: evening + 20 * minute,
      status: 'waiting',
    })
    const seated = other.when({ type: 'SeatCheckIn', checkIn: 'c', room: 'v01', tariff: 'small-timed' }, lily)
    expect(seated.events).not.toContainEqual(expect.objectContaining({ host: 'wang' }))
    expect(seated.state.present.has('wang')).toBe(false)
  })
})

describe('before a room is given, the desk sets right', () => {
  it('how many they are, with a room that fits', () => {
    given(scanned)
      .when(amend({ party: 7 }), lily)
      .gives({ type: 'PartySaid', checkIn: 'c', party: 7, offer: 'v08' })
      .tells({ checkIn: 'c', free: true })
      .when(amend({ party: 7 }), lily)
      .gives()
  })

  it('what to call them, by a key: the room greets them so', () => {
    const named = given(scanned).when(amend({ called: '陈先生' }), {
      ...lily,
      facts: { saved: { id: 't1', rev: 1 } },
    })
    named.gives(
      { type: 'RecordSaved', kind: 'text', id: 't1', rev: 1 },
      { type: 'CheckInNamed', checkIn: 'c', text: 't1' },
    )
    const seated = named.when({ type: 'SeatCheckIn', checkIn: 'c', room: 'v08', tariff: 'big-timed' }, lily)
    expect(seated.events).toContainEqual(expect.objectContaining({ type: 'VisitOpened', host: 'wang', text: 't1' }))
  })

  it('that nothing is to be said: the visit keeps it, and nothing is laid ready', () => {
    const hidden = given(scanned).when(amend({ discreet: true }), lily)
    hidden.gives({ type: 'CheckInDiscreetSet', checkIn: 'c', discreet: true })
    const { events } = hidden.when({ type: 'SeatCheckIn', checkIn: 'c', room: 'v08', tariff: 'big-timed' }, lily)
    expect(events).toMatchObject([{ type: 'CheckInSeated' }, { type: 'VisitOpened', discreet: true }])
  })

  it('that they still wait: whoever the desk deals with stays on the list, for as long as they may anew', () => {
    const late = { ...lily, at: evening + 15 * minute }
    const kept = { type: 'CheckInKept', checkIn: 'c', lapsesAt: evening + 35 * minute } as const
    const lapse = { type: 'LapseCheckIn', checkIn: 'c' } as const
    given(scanned)
      .when(amend({ waits: true }), late)
      .gives(kept)
      .when(amend({ waits: true }), late)
      .gives()
      .when(lapse, { by: { kind: 'system' }, at: evening + 21 * minute })
      .gives()
      .when(lapse, { by: { kind: 'system' }, at: evening + 35 * minute })
      .gives({ type: 'CheckInLapsed', checkIn: 'c' })
    given(scanned)
      .when(amend({ party: 7 }), late)
      .gives({ type: 'PartySaid', checkIn: 'c', party: 7, offer: 'v08' }, kept)
  })

  it('not what is over', () => {
    given(scanned, { type: 'CheckInDismissed', checkIn: 'c' })
      .when(amend({ party: 3 }), lily)
      .refuses('already-done')
    given()
      .when(amend({ party: 3 }), lily)
      .refuses('unknown')
  })
})

describe('what was said at the reservation', () => {
  const wang = { identified: { member: memberFacts('wang') }, credential: 'hash-wang' }

  it('holds at the door: 别名 and discretion', () => {
    const touch = { type: 'TouchCard', card: '00112233' } as const
    expect(given(reserved).when(touch, { facts: wang }).events).toMatchObject([{ text: 't-alias', welcomed: true }])
    const guests = given({ ...reserved, member: 'li', booker: 'wang' }).when(touch, { facts: wang })
    // The name is that of whom he booked for.
    expect(guests.events[0]).not.toHaveProperty('text')
  })

  it('finds a guest who is no member by the number they left', () => {
    const { member: _none, ...guest } = reserved
    const held: Event = { ...guest, text: 't-chen', phone: 't-number', contact: 'hash-number' }
    const typed = { type: 'EnterPhone', phone: '13900001111' } as const
    const facts = { identified: { failure: 'unknown' }, credential: 'hash-number' } as const
    const came = given(held).when(typed, by(kiosk, { facts }))
    came.tells({ checkIn: 'c1', free: true })
    expect(came.events).toMatchObject([
      { type: 'CheckedIn', how: 'phone-number', text: 't-chen', reservation: 'res', offer: 'v08', glance: true },
    ])
    expect(came.events[0]).toMatchObject({ welcomed: false, party: 10 })
    const failed = { type: 'CheckInFailed', failure: 'duplicate' }
    came
      .when(typed, by(kiosk, { facts, at: evening + minute }))
      .refuses('please-wait', 'call-staff', [expect.objectContaining(failed), expect.anything()])
    given({ ...held, contact: 'another' })
      .when(typed, by(kiosk, { facts }))
      .refuses('please-wait', 'try-again', [expect.objectContaining({ type: 'CheckInFailed', failure: 'unknown' })])
  })

  it('is found by the desk in words, once', () => {
    const { member: _none, ...guest } = reserved
    const arrive = { type: 'CheckInReservation', reservation: 'res', party: 6 } as const
    const came = given({ ...guest, text: 't-chen' }).when(arrive, lily)
    expect(came.events).toMatchObject([{ how: 'desk', text: 't-chen', party: 6, glance: false, offer: 'v08' }])
    came.when(arrive, lily).gives().tells({ checkIn: 'c1', free: true })
    const seated = came.when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-timed' }, lily)
    seated.givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'UsualPredicted')
    seated.when(arrive, lily).refuses('already-done')
    given().when(arrive, lily).refuses('unknown')
  })

  it('leads to the member where it is a member’s', () => {
    const arrive = { type: 'CheckInReservation', reservation: 'res', party: 6 } as const
    const { events } = given(reserved).when(arrive, { ...lily, facts: { identified: wang.identified } })
    expect(events).toMatchObject([{ member: 'wang', reservation: 'res', text: 't-alias', party: 6 }])
  })

  it('is the one that was tapped, hours before it is due and whatever else they reserved', () => {
    const arrive = { type: 'CheckInReservation', reservation: 'res', party: 6 } as const
    const later = { ...reserved, discreet: true, arrivesAt: evening + 5 * hour, heldUntil: evening + 6 * hour }
    const came = given(later, { ...reserved, reservation: 'another' }).when(arrive, {
      ...lily,
      facts: { identified: wang.identified },
    })
    expect(came.events).toMatchObject([{ member: 'wang', reservation: 'res', text: 't-alias', discreet: true }])
    came
      .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-timed' }, { ...lily, sure: true })
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured')
  })

  it('comes late: its room was let go, and it is still theirs', () => {
    const arrive = { type: 'CheckInReservation', reservation: 'res', party: 6 } as const
    const { member: _none, ...guest } = reserved
    const came = given({ ...guest, text: 't-chen' }, { type: 'ReservationReleased', reservation: 'res' }).when(
      arrive,
      lily,
    )
    expect(came.events).toMatchObject([{ reservation: 'res', text: 't-chen' }])
    came
      .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-timed' }, lily)
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'UsualPredicted')
  })
})

describe('trouble at a kiosk', () => {
  it('is over when somebody looked after it', () => {
    const failed: Event = { type: 'CheckInFailed', checkIn: 'c', how: 'card', kiosk: 'kiosk1', failure: 'blocked' }
    const clear = { type: 'ClearTrouble', kiosk: 'kiosk1' } as const
    given(failed).when(clear, lily).gives({ type: 'TroubleCleared', kiosk: 'kiosk1' }).when(clear, lily).gives()
  })
})
