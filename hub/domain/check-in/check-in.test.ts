import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { checkInFailures } from '../../../shared/protocol/words.ts'
import type { Event, EventOf } from '../events.ts'
import {
  as,
  evening,
  hour,
  kiosk,
  type MetaOverrides,
  memberFacts,
  minute,
  second,
  system,
  venue,
} from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'
import type { Member } from '../member/member.ts'
import type { Principal } from '../principal.ts'
import { opened } from '../visit/visit.testing.ts'

/** What the edge found out about the credential. */
const known = (id: string, changes: Partial<Member> = {}, more: MetaOverrides = {}): MetaOverrides => {
  const facts = memberFacts(id)
  const member = { ...facts, member: { ...facts.member, ...changes } }
  return { ...more, facts: { identified: { member }, credential: `hash-${id}` } }
}
const nobody = (more: MetaOverrides = {}): MetaOverrides => ({
  ...more,
  facts: { identified: { failure: 'unknown' }, credential: 'hash-?' },
})
const touch = { type: 'TouchCard', card: '00112233' } as const
const reader: Principal = { kind: 'reader', device: 'reader1', kiosk: 'kiosk1' }

const lapsesAt = evening + 20 * minute
const wangCame: EventOf<'CheckedIn'> = {
  type: 'CheckedIn',
  checkIn: 'c1',
  how: 'card',
  kiosk: 'kiosk1',
  credential: 'hash-wang',
  member: 'wang',
  tier: 'black',
  accountManager: 'mei',
  welcomed: true,
  welcomeUntil: evening + 29 * second,
  discreet: false,
  glance: false,
  lapsesAt,
}
const walkedIn: EventOf<'CheckedIn'> = {
  type: 'CheckedIn',
  checkIn: 'walk',
  how: 'walk-in',
  kiosk: 'kiosk1',
  party: 3,
  welcomed: false,
  discreet: false,
  glance: false,
  lapsesAt,
}
const wangReserved: EventOf<'Reserved'> = {
  type: 'Reserved',
  reservation: 'res',
  member: 'wang',
  party: 10,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  deposit: true,
  booker: 'mei',
  discreet: false,
}

describe('a card in the lobby', () => {
  it('checks its member in and sings the name out', () => {
    given().when(touch, known('wang')).gives(wangCame).tells({ checkIn: 'c1' })
  })

  it('is one check-in for ten touches, by reader and page', () => {
    const first = given().when(touch, known('wang'))
    for (let n = 1; n < 10; n++)
      first
        .when(touch, known('wang', {}, { at: evening + n * 300, by: n % 2 ? reader : kiosk }))
        .gives()
        .tells({ checkIn: 'c1' })
  })

  it.each<[string, Partial<Member>]>([
    ['did not opt in', { welcome: false }],
    ['is discreet', { discreet: true }],
  ])('says no name where the member %s', (_why, changes) => {
    const { events } = given().when(touch, known('wang', changes))
    expect(events).toMatchObject([{ type: 'CheckedIn', welcomed: false }])
    expect(events[0]).not.toHaveProperty('welcomeUntil')
  })

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

describe('a code or a phone number', () => {
  it.each([
    [{ type: 'ScanCode', code: 'abcd' } as const, kiosk, 'code'],
    [
      { type: 'ScanCode', code: 'abcd' } as const,
      { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' } as const,
      'phone-page',
    ],
    [{ type: 'EnterPhone', phone: '13800000000' } as const, kiosk, 'phone-number'],
  ])('needs a glance of staff before any welcome (%o)', (command, who, how) => {
    const { events } = given().when(command, known('wang', {}, by(who)))
    expect(events).toMatchObject([{ how, glance: true, welcomed: false, kiosk: 'kiosk1' }])
  })
})

describe('another number typed instead of one', () => {
  const slip: Event = { ...wangCame, how: 'phone-number', glance: true, welcomed: false }
  const again = { type: 'EnterPhone', phone: '13800000001', instead: wangCame.checkIn } as const
  const gone = { type: 'CheckInDismissed', checkIn: wangCame.checkIn }

  it('sends away whoever the slip of the finger led to, whoever it leads to itself', () => {
    expect(given(slip).when(again, known('li', {}, by(kiosk))).events).toMatchObject([gone, { type: 'CheckedIn' }])
    const failed = given(slip).when(again, nobody(by(kiosk)))
    expect(failed.events[0]).toMatchObject(gone)
    expect(failed.state.checkIns.get(wangCame.checkIn)?.status).toBe('dismissed')
  })

  it('sends nobody away who came otherwise, elsewhere, or was seen by somebody', () => {
    for (const other of [
      { ...slip, how: 'card' as const },
      { ...slip, kiosk: 'kiosk2' },
      { ...slip, glance: false },
    ] satisfies Event[])
      expect(given(other).when(again, known('li', {}, by(kiosk))).events).not.toContainEqual(gone)
  })
})

describe('what fails in the lobby', () => {
  const failed = (n: number, failure: EventOf<'CheckInFailed'>['failure'], member?: string): Event => ({
    type: 'CheckInFailed',
    checkIn: `c${n}`,
    how: 'card',
    kiosk: 'kiosk1',
    credential: member ? `hash-${member}` : 'hash-?',
    failure,
    ...(member !== undefined && { member }),
  })

  const call = (when: number): Event => ({
    type: 'DeskCalled',
    request: 'r1',
    kiosk: 'kiosk1',
    why: 'failed',
    escalatesAt: when + 4 * minute,
  })

  it('never says why, and calls the desk the second time', () => {
    given()
      .when(touch, nobody())
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
      .when(touch, nobody({ at: evening + 20 * second }))
      .refuses('please-wait', 'call-staff', [failed(2, 'unknown'), call(evening + 20 * second)])
      .when(touch, nobody({ at: evening + 40 * second }))
      .refuses('please-wait', 'call-staff', [failed(3, 'unknown')])
  })

  it.each(checkInFailures)(
    'is answered at once, in the same words as all others, and twice by a person: %s',
    failure => {
      const tried = (when: number) => by(kiosk, { at: when, facts: { identified: { failure }, credential: 'hash-?' } })
      const first = given().when(touch, tried(evening))
      const { events: _kept, ...said } = first.decision
      expect(said).toEqual({ refused: 'please-wait', next: expect.stringMatching(/^(try-again|call-staff)$/) })
      first
        .when(touch, tried(evening + 5 * second))
        .when(touch, tried(evening + 10 * second))
        .refuses('please-wait', 'call-staff', [expect.objectContaining({ type: 'CheckInFailed', failure })])
    },
  )

  it('counts one touch that is seen twice once', () => {
    given()
      .when(touch, nobody())
      .when(touch, nobody({ at: evening + second, by: reader }))
      .refuses('please-wait', 'try-again')
  })

  it('is written down every ten seconds at most once nobody can be trying so often by hand', () => {
    const house = given()
    const scan = (n: number, when: number) =>
      house.when(
        { type: 'ScanCode', code: `${n}` },
        {
          ...by(kiosk, { facts: { identified: { failure: 'unknown' }, credential: `hash-${n}` } }),
          at: when,
        },
      )
    // A broken scanner, or a stick that types: another code every 100 ms, for a minute.
    const written = Array.from({ length: 600 }, (_, n) => scan(n, evening + n * 100))
    for (const { decision } of written.slice(1))
      expect(decision).toMatchObject({ refused: 'please-wait', next: 'call-staff' })
    expect(written.flatMap(({ events }) => events).filter(({ type }) => type === 'CheckInFailed')).toHaveLength(15)
    // Left alone, the next failure is a first one again.
    expect(scan(600, evening + 4 * minute).decision).toMatchObject({ refused: 'please-wait', next: 'try-again' })
  })

  it('sends somebody at once where a number fits two', () => {
    const two = { facts: { identified: { failure: 'duplicate' as const, member: 'wang' }, credential: 'hash-wang' } }
    given()
      .when(touch, two)
      .refuses('please-wait', 'call-staff', [failed(1, 'duplicate', 'wang'), call(evening)])
  })

  it('counts cards that could not be read, one wave of the hand once', () => {
    const misread = { type: 'MisreadCard' } as const
    const unread: Event = { type: 'CheckInFailed', checkIn: 'c1', how: 'card', kiosk: 'kiosk1', failure: 'unreadable' }
    given()
      .when(misread, by(kiosk))
      .refuses('please-wait', 'try-again', [unread])
      .when(misread, by(reader, { at: evening + second }))
      .refuses('please-wait', 'try-again')
      .when(misread, by(kiosk, { at: evening + 5 * second }))
      .refuses('please-wait', 'call-staff', [{ ...unread, checkIn: 'c2' }, call(evening + 5 * second)])
    given(wangCame)
      .when(misread, by(reader, { at: evening + 2 * second }))
      .gives()
      .tells({ checkIn: 'c1' })
  })

  it('of two members’ cards in one hand lets the first in, and sends somebody', () => {
    given(wangCame)
      .when(touch, known('li', {}, { at: evening + 400 }))
      .refuses('please-wait', 'call-staff', [failed(1, 'two-cards', 'li'), call(evening + 400)])
    given(wangCame)
      .when(touch, known('li', {}, { at: evening + second }))
      .givesTypes('CheckedIn')
  })

  it('is not a card of another house in the same purse', () => {
    given(wangCame)
      .when(touch, nobody({ at: evening + 400 }))
      .gives()
      .tells({ checkIn: 'c1' })
  })

  it('is forgotten by a success, and after two minutes', () => {
    given(failed(7, 'unknown'), walkedIn)
      .when(touch, nobody())
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
    given(failed(7, 'unknown'))
      .when(touch, nobody({ at: evening + 2 * minute + 1 }))
      .refuses('please-wait', 'try-again', [failed(1, 'unknown')])
  })

  it('sends somebody at once to a blocked member, one who waits already, and one who is in', () => {
    given()
      .when(touch, known('ding'))
      .refuses('please-wait', 'call-staff', [failed(1, 'blocked', 'ding'), call(evening)])
    given({ ...wangCame, checkIn: 'c0' })
      .when(touch, known('wang', {}, { at: evening + 10 * second }))
      .refuses('please-wait', 'call-staff', [failed(1, 'waiting', 'wang'), call(evening + 10 * second)])
    given(opened('v', 'v01', { host: 'wang' }))
      .when(touch, known('wang'))
      .refuses('please-wait', 'call-staff', [failed(1, 'already-in', 'wang'), call(evening)])
  })
})

describe('the room that is offered', () => {
  const walk = (party: number) => ({ type: 'WalkIn', party }) as const
  const offerTo = (party: number, ...past: Event[]) =>
    given(...past)
      .when(walk(party))
      .events.map(event => event.type === 'CheckedIn' && event.offer)

  it('is the smallest that fits', () => {
    expect([offerTo(2), offerTo(5), offerTo(9)]).toEqual([['v01'], ['v03'], ['v08']])
  })

  it('is clean, empty, promised to nobody and offered to nobody', () => {
    expect(offerTo(2, opened('x', 'v01'))).toEqual(['v02'])
    expect(offerTo(2, { type: 'RoomConditionSet', room: 'v01', condition: 'to-clean' })).toEqual(['v02'])
    expect(offerTo(2, { ...wangReserved, roomClass: 'small', room: 'v01' })).toEqual(['v02'])
    expect(offerTo(2, { ...walkedIn, offer: 'v01' })).toEqual(['v02'])
  })

  it('leaves as many of a class as were promised of it', () => {
    expect(offerTo(9, wangReserved)).toEqual([undefined])
    expect(offerTo(6, { ...wangReserved, roomClass: 'mid' })).toEqual(['v03'])
    expect(
      offerTo(6, { ...wangReserved, roomClass: 'mid' }, { ...wangReserved, reservation: 'r2', roomClass: 'mid' }),
    ).toEqual(['v08'])
  })

  it('is missing where nothing fits, and the desk decides', () => {
    given().when(walk(40)).givesTypes('CheckedIn').tells({ checkIn: 'c1', free: false })
  })

  it('is the finest for the black tier, once the party has said how many they are', () => {
    given(wangCame)
      .when({ type: 'SayParty', checkIn: 'c1', party: 2 })
      .gives({ type: 'PartySaid', checkIn: 'c1', party: 2, offer: 'v08' })
      .when({ type: 'SayParty', checkIn: 'c1', party: 2 })
      .gives()
      .tells({ checkIn: 'c1', free: true })
  })
})

describe('walk-ins and new members', () => {
  it('keeps the name of a walk-in in the texts only', () => {
    given()
      .when({ type: 'WalkIn', party: 3, called: '阿强' }, { facts: { saved: { id: 't1', rev: 1 } } })
      .gives(
        { type: 'RecordSaved', kind: 'text', id: 't1', rev: 1 },
        { ...walkedIn, checkIn: 'c1', offer: 'v01', text: 't1' },
      )
  })

  it('gives the room of who read English at the door to guests who read English', () => {
    const { state } = given()
      .when({ type: 'WalkIn', party: 3, language: 'en' })
      .gives({ ...walkedIn, checkIn: 'c1', offer: 'v01', language: 'en' })
      .when({ type: 'SeatCheckIn', checkIn: 'c1', room: 'v01', tariff: 'small-timed' }, by(as('lily')))
    expect(state.visits.get('v1')).toMatchObject({ room: 'v01', language: 'en' })
    const enrolled = given({ ...wangCame, checkIn: 'c1', glance: true, language: 'en' }).when(
      { type: 'AmendCheckIn', checkIn: 'c1', isThem: false },
      by(as('lily')),
    )
    expect(enrolled.state.checkIns.get('c1')).toMatchObject({ language: 'en', glance: false })
  })

  it('are no more at one screen than anybody waits among, until the desk has seen to some', () => {
    const crowd = Array.from({ length: 60 }, (_, n): Event => ({ ...walkedIn, checkIn: `w${n}` }))
    const walkIn = { type: 'WalkIn', party: 2 } as const
    const later = by(kiosk, { at: evening + minute })
    given(...crowd)
      .when(walkIn, later)
      .refuses('please-wait', 'call-staff')
    given(...crowd)
      .when(walkIn, by({ kind: 'kiosk', device: 'kiosk2' }, { at: evening + minute }))
      .givesTypes('CheckedIn')
    given(...crowd, { type: 'CheckInDismissed', checkIn: 'w7' })
      .when(walkIn, later)
      .givesTypes('CheckedIn')
  })

  it('takes ten taps for one walk-in', () => {
    given(walkedIn)
      .when({ type: 'WalkIn', party: 3 }, { at: evening + second })
      .gives()
      .tells({ checkIn: 'walk', free: false })
  })

  it('takes each half minute of a code that changes once; scanned twice at once it is one check-in', () => {
    const scan = { type: 'ScanCode', code: 'v1' } as const
    const shown = (codeStep: number, when = evening): MetaOverrides => {
      const { facts, ...more } = known('wang', {}, { at: when })
      return { ...more, facts: { ...facts, codeStep } }
    }
    const dismissed = { type: 'DismissCheckIn', checkIn: 'c1' } as const
    given()
      .when(scan, shown(7))
      .tells({ checkIn: 'c1' })
      .when(scan, shown(7, evening + 2 * second))
      .gives()
      .tells({ checkIn: 'c1' })
      .when(scan, shown(8, evening + 2 * second))
      .gives()
      .when(dismissed, by(as('lily'), { at: evening + 4 * second }))
      .when(scan, shown(7, evening + 20 * second))
      .refuses('please-wait', 'try-again', [
        {
          type: 'CheckInFailed',
          checkIn: 'c2',
          how: 'code',
          kiosk: 'kiosk1',
          credential: 'hash-wang',
          failure: 'replayed',
          member: 'wang',
        },
      ])
      .when(scan, shown(6, evening + 25 * second))
      .refuses('please-wait', 'call-staff', expect.any(Array))
      .when(scan, shown(8, evening + 40 * second))
      .tells({ checkIn: expect.any(String) })
  })

  it('commits the row of who enrols, and lets staff look first', () => {
    const enrol: CommandOf<'Enrol'> = {
      type: 'Enrol',
      called: '小赵',
      tastes: [],
      welcome: true,
      discreet: false,
      party: 2,
    }
    const phone: Principal = { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' }
    const { events } = given()
      .when(enrol, by(phone, { facts: { enrolled: { member: memberFacts('zhao'), rev: 1 } } }))
      .tells({ checkIn: 'c1', member: 'zhao' })
    expect(events).toMatchObject([
      { type: 'RecordSaved', kind: 'member', id: 'zhao', rev: 1 },
      { type: 'CheckedIn', how: 'phone-page', member: 'zhao', glance: true, welcomed: false },
    ])
    // A page filled in on a phone keeps no room from anybody.
    expect(events[1]).not.toHaveProperty('offer')
    given().when(enrol, by(phone)).refuses('unavailable', 'call-staff')
  })

  it('takes one check-in of a phone, and five mistakes', () => {
    const phone = (n: number): Principal => ({ kind: 'phone', claim: `f${n}`, kiosk: 'kiosk1' })
    const scan = { type: 'ScanCode', code: 'abcd' } as const
    const who = { called: '小赵', tastes: [], welcome: true, discreet: false, party: 2 }
    const enrol: CommandOf<'Enrol'> = { type: 'Enrol', ...who }
    const enrolled = { facts: { enrolled: { member: memberFacts('zhao'), rev: 1 } } }
    given()
      .when(scan, known('wang', {}, by(phone(1))))
      .givesTypes('CheckedIn')
      .when(enrol, by(phone(1), enrolled))
      .refuses('already-done')
      .when(scan, known('li', {}, by(phone(1))))
      .refuses('already-done')
      .when(enrol, by(phone(2), enrolled))
      .givesTypes('RecordSaved', 'CheckedIn')
    let wrong = given().when(scan, nobody(by(phone(1))))
    for (let n = 1; n < 5; n++) wrong = wrong.when(scan, nobody(by(phone(1), { at: evening + n * 10 * second })))
    expect(wrong.events).toMatchObject([{ type: 'CheckInFailed' }])
    wrong
      .when(scan, known('wang', {}, by(phone(1), { at: evening + minute })))
      .refuses('please-wait', 'call-staff')
      .when(enrol, by(phone(1), enrolled))
      .refuses('please-wait', 'call-staff')
      // Whoever stands at the kiosk is not kept from it.
      .when(touch, known('wang', {}, { at: evening + minute }))
      .givesTypes('CheckedIn')
      .when({ type: 'RollDay', day: '2026-11-21' }, by(system))
    expect(wrong.state.claims.size).toBe(0)
  })

  it('lets the desk check a member in, and tells it why not', () => {
    const desk = { type: 'CheckInMember', member: 'wang', party: 2 } as const
    const lily = by(as('lily'))
    expect(given().when(desk, known('wang', {}, lily)).events).toMatchObject([
      { how: 'desk', offer: 'v08', glance: false },
    ])
    given().when(desk, nobody(lily)).refuses('nothing-found')
    given(opened('v', 'v01', { host: 'wang' }))
      .when(desk, known('wang', {}, lily))
      .refuses('already-in')
    given(wangCame)
      .when(desk, known('wang', {}, lily))
      .gives()
      .tells({ checkIn: 'c1' })
    given()
      .when(desk, known('ding', {}, lily))
      .refuses('not-allowed', 'ask-manager')
  })
})

describe('a call for the desk', () => {
  const call = { type: 'CallDesk', why: 'looking-for' } as const
  it('is one, however often it is tapped', () => {
    given().when(call).givesTypes('DeskCalled').when(call).gives().tells({ request: 'r1' })
  })
  it('is another one after the first was answered', () => {
    given(
      { type: 'DeskCalled', request: 'q', kiosk: 'kiosk1', why: 'looking-for', escalatesAt: evening + minute },
      { type: 'RequestResolved', request: 'q', staff: 'lily', outcome: 'done' },
    )
      .when(call)
      .givesTypes('DeskCalled')
  })
})

describe('seating', () => {
  const seat = { type: 'SeatCheckIn', checkIn: 'c1', room: 'v08', tariff: 'big-buyout' } as const
  const lily = by(as('lily'))

  it('opens the visit, honours the reservation, loads songs and the usual without what is taboo', () => {
    const seated = given(wangReserved, { ...wangCame, party: 10, reservation: 'res' })
      .when(seat, lily)
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'PlaylistPreloaded', 'UsualPredicted')
      .tells({ visit: 'v1' })
    const [, visit, , songs, usual] = seated.events
    expect(visit).toMatchObject({ host: 'wang', party: 10, booker: 'mei', reservation: 'res', minimumSpend: 188_000 })
    expect(songs).toMatchObject({ entries: [{ song: 'song-1', why: 'yours' }, { why: 'hot' }, { why: 'hot' }] })
    expect(usual).toMatchObject({ items: expect.arrayContaining([{ item: 'whisky', qty: 1, times: 2, inARow: 2 }]) })
    expect(JSON.stringify(usual)).not.toContain('peanut')
    expect(seated.state.present.get('wang')).toBe('v1')
    expect(seated.state.checkIns.get('c1')).toMatchObject({ status: 'seated', visit: 'v1' })
    expect(seated.state.rooms.get('v08')).toEqual({ condition: 'ready', visit: 'v1' })
  })

  it('shows nothing from history in a discreet visit', () => {
    given({ ...wangCame, discreet: true, welcomed: false })
      .when(seat, lily)
      .givesTypes('CheckInSeated', 'VisitOpened')
  })

  it('gives a party nobody knows the house’s favourites, and no songs', () => {
    given({ ...walkedIn, text: 't1' })
      .when({ ...seat, checkIn: 'walk', room: 'v01', tariff: 'small-timed' }, lily)
      .givesTypes('CheckInSeated', 'VisitOpened', 'UsualPredicted')
  })

  it('is refused where somebody is, where it is not clean, at another hour', () => {
    given(wangCame, opened('x', 'v08')).when(seat, lily).refuses('room-taken', 'choose-other')
    given(wangCame, { type: 'RoomConditionSet', room: 'v08', condition: 'to-clean' })
      .when(seat, lily)
      .refuses('room-not-ready')
    given(wangCame)
      .when(seat, { ...lily, at: evening - 4 * hour })
      .refuses('unavailable', 'choose-other')
    given(wangCame)
      .when({ ...seat, tariff: 'small-timed' }, lily)
      .refuses('unknown', 'choose-other')
  })

  it('asks once before it gives away a room that was promised', () => {
    given({ ...wangReserved, member: 'li', room: 'v08' }, wangCame)
      .when(seat, lily)
      .refuses('room-promised', 'confirm')
      .when(seat, { ...lily, sure: true })
      .tells({ visit: 'v2' })
  })

  it('asks as well before it gives away the last room of a class that was promised', () => {
    const promised = { ...wangReserved, member: 'li' }
    given(promised, wangCame).when(seat, lily).refuses('room-promised', 'confirm')
    given(promised, wangCame)
      .when({ ...seat, room: 'v03', tariff: 'mid-block' }, lily)
      .tells({ visit: 'v1' })
    given(promised)
      .when({ type: 'OpenVisit', room: 'v08', tariff: 'big-buyout', party: 4 }, lily)
      .refuses('room-promised', 'confirm')
    given(promised, opened('v', 'v01'))
      .when({ type: 'MoveVisit', visit: 'v', room: 'v08' }, lily)
      .refuses('room-promised', 'confirm')
    given(wangReserved, { ...wangCame, reservation: 'res' })
      .when(seat, lily)
      .tells({ visit: 'v1' })
  })

  it('honours a promise to a party that came in time, however long it stood in the lobby', () => {
    const release = { type: 'ReleaseReservation', reservation: 'res' } as const
    const late = evening + 2 * hour
    const came = { ...wangCame, reservation: 'res', lapsesAt: late + hour }
    given(wangReserved, came)
      .when(release, { by: system, at: late })
      .gives()
      .when(seat, { ...lily, at: late + minute })
      .givesTypes('CheckInSeated', 'VisitOpened', 'ReservationHonoured', 'PlaylistPreloaded', 'UsualPredicted')
    given(wangReserved, came, { type: 'CheckInDismissed', checkIn: 'c1' })
      .when(release, { by: system, at: late })
      .gives({ type: 'ReservationReleased', reservation: 'res' })
    given(wangReserved, came, { ...walkedIn, reservation: 'res' }, { type: 'CheckInLapsed', checkIn: 'walk' })
      .when(release, { by: system, at: late })
      .gives()
  })

  it('happens once', () => {
    given(wangCame).when(seat, lily).when(seat, lily).refuses('already-done', 'look-again')
  })

  it('lets a later member join, with a usual for all of them', () => {
    const joined = given(opened('party', 'v08', { host: 'zhao' }), wangCame)
      .when({ type: 'JoinVisit', checkIn: 'c1', visit: 'party' }, lily)
      .givesTypes('CheckInSeated', 'MemberJoined', 'UsualPredicted')
    expect(joined.state.visits.get('party')).toMatchObject({ members: ['zhao', 'wang'], host: 'zhao', discreet: false })
    expect(joined.state.present.get('wang')).toBe('party')
  })

  it('makes the visit discreet with a member who is, and clears away what was shown', () => {
    const joined = given(
      opened('party', 'v08', { host: 'wang' }),
      { type: 'UsualPredicted', visit: 'party', items: [{ item: 'whisky', qty: 1, times: 2, inARow: 2 }] },
      {
        type: 'PlaylistPreloaded',
        visit: 'party',
        entries: [{ song: 'song-1', title: '海阔天空', artist: 'Beyond', entry: 'e', why: 'yours' }],
      },
      { ...wangCame, checkIn: 'c2', member: 'li', discreet: true, welcomed: false },
    )
      .when({ type: 'JoinVisit', checkIn: 'c2', visit: 'party' }, lily)
      .givesTypes('CheckInSeated', 'MemberJoined', 'UsualPredicted', 'PreloadedCleared')
    expect(joined.state.visits.get('party')).toMatchObject({ discreet: true, usual: [] })
  })
})

describe('time in the lobby', () => {
  const lapse = { type: 'LapseCheckIn', checkIn: 'c1' } as const
  const end = { type: 'EndWelcome', checkIn: 'c1' } as const
  it('ends a welcome and lets a check-in lapse, each once and not early', () => {
    given(wangCame)
      .when(end, { by: system, at: evening + 28 * second })
      .gives()
      .when(end, { by: system, at: evening + 29 * second })
      .gives({ type: 'WelcomeEnded', checkIn: 'c1' })
      .when(end, { by: system, at: evening + 30 * second })
      .gives()
      .when(lapse, { by: system, at: lapsesAt })
      .gives({ type: 'CheckInLapsed', checkIn: 'c1' })
      .when(lapse, { by: system, at: lapsesAt })
      .gives()
  })
  it('is undone by who sent them away, for ten seconds, and waits as before', () => {
    const dismissed = () => {
      const p = given(wangCame)
      const before = p.state.checkIns.get('c1')
      p.when({ type: 'DismissCheckIn', checkIn: 'c1' }, { by: as('lily'), at: evening }).givesTypes('CheckInDismissed')
      return { p, before }
    }
    const restore = { type: 'RestoreCheckIn', checkIn: 'c1' } as const
    const { p, before } = dismissed()
    p.when(restore, { by: as('lily'), at: evening + 9 * second })
      .gives({ type: 'CheckInRestored', checkIn: 'c1' })
      .when(restore, { by: as('lily'), at: evening + 9 * second })
      .gives()
      .tells({ already: true })
    expect(p.state.checkIns.get('c1')).toEqual({ ...before, welcomeOver: true })
    dismissed()
      .p.when(restore, { by: as('lily'), at: evening + 11 * second })
      .refuses('undo-over')
    given(wangCame, at(evening, { type: 'CheckInLapsed', checkIn: 'c1' }))
      .when(restore, { by: as('lily') })
      .refuses('already-done', 'look-again')
    given(
      wangCame,
      at(evening, { type: 'CheckInDismissed', checkIn: 'c1' }),
      at(evening, { ...wangCame, checkIn: 'c2' }),
    )
      .when(restore, { by: as('lily') })
      .refuses('already-done', 'look-again')
  })
  it('does not touch who was seated or sent away', () => {
    given(wangCame, at(evening, { type: 'CheckInDismissed', checkIn: 'c1' }))
      .when(lapse, { by: system, at: lapsesAt })
      .gives()
      .when(end, { by: system, at: lapsesAt })
      .gives()
    expect(venue.policy.checkInLapsesMs).toBe(20 * minute)
  })
})
