import { describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../events.ts'
import { as, evening, hour, minute, system } from '../fixture.testing.ts'
import { at, by, contents, given } from '../given.testing.ts'
import { roomBill } from './tariff.ts'
import { block, opened, settle } from './visit.testing.ts'

const lily = by(as('lily'))
const later = { ...lily, at: evening + 90 * minute }

const ordered = (order: string, visit: string, more: Partial<EventOf<'OrderPlaced'>> = {}): EventOf<'OrderPlaced'> => ({
  type: 'OrderPlaced',
  order,
  visit,
  source: 'menu',
  placedBy: 'guest',
  lines: [
    { line: `${order}-1`, item: 'beer', qty: 6, unitPrice: 3_000, options: [], components: [], repeatable: true },
  ],
  total: 18_000,
  needsApproval: false,
  lockedUntil: evening,
  ...more,
})
const accepted = (order: string, needsTick = false): Event => ({ type: 'OrderAccepted', order, staff: 'bo', needsTick })
const settled = (visit: string): Event => ({ type: 'VisitSettled', visit, room: 0, orders: 0, comps: 0, unticked: [] })

describe('opening', () => {
  const open = { type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 6, member: 'wang' } as const

  it('gives a known party its room, songs and usual', () => {
    const { state } = given()
      .when(open, lily)
      .givesTypes('VisitOpened', 'PlaylistPreloaded', 'UsualPredicted')
      .tells({ visit: 'v1' })
    expect(state.visits.get('v1')).toMatchObject({
      status: 'open',
      wasIn: ['v08'],
      members: ['wang'],
      minimumSpend: 188_000,
    })
  })

  it('takes who waits in the lobby along', () => {
    const waiting: Event = {
      type: 'CheckedIn',
      checkIn: 'c',
      how: 'desk',
      member: 'wang',
      welcomed: false,
      discreet: true,
      glance: false,
      lapsesAt: evening + hour,
    }
    const { events } = given(waiting).when(open, lily)
    expect(events).toMatchObject([
      { type: 'CheckInSeated', checkIn: 'c', visit: 'v1' },
      { type: 'VisitOpened', discreet: true },
    ])
  })

  it('refuses a member nobody knows, one who is blocked, one who is in', () => {
    given()
      .when({ ...open, member: 'nobody' }, lily)
      .refuses('unknown')
    given()
      .when({ ...open, member: 'ding' }, lily)
      .refuses('not-allowed', 'ask-manager')
    given(opened('v', 'v01', { host: 'wang' }))
      .when(open, lily)
      .refuses('already-in')
  })
})

describe('rooms', () => {
  const clean = { type: 'CleanRoom', room: 'v01' } as const
  const broken = (outOfOrder: boolean) => ({ type: 'SetOutOfOrder', room: 'v01', outOfOrder }) as const
  const condition = (to: EventOf<'RoomConditionSet'>['condition']): Event => ({
    type: 'RoomConditionSet',
    room: 'v01',
    condition: to,
  })

  it('are cleaned once, and after repair', () => {
    given(condition('to-clean')).when(clean, lily).gives(condition('ready')).when(clean, lily).gives()
    given()
      .when(broken(true), lily)
      .gives(condition('out-of-order'))
      .when(clean, lily)
      .refuses('room-not-ready')
      .when(broken(false), lily)
      .gives(condition('to-clean'))
      .when(broken(false), lily)
      .gives()
  })

  it('are left alone while somebody is in', () => {
    given(opened('v', 'v01')).when(clean, lily).refuses('room-taken').when(broken(true), lily).refuses('room-taken')
    given()
      .when({ ...clean, room: 'v99' }, lily)
      .refuses('unknown')
  })
})

describe('moving', () => {
  const move = { type: 'MoveVisit', visit: 'v', room: 'v03' } as const

  it('takes everything to another room; the old one is to clean', () => {
    const { state } = given(opened('v', 'v01'))
      .when(move, lily)
      .gives({ type: 'VisitMoved', visit: 'v', from: 'v01', to: 'v03', minimumSpend: 68_000 })
      .when(move, lily)
      .gives()
    expect(state.visits.get('v')).toMatchObject({ room: 'v03', wasIn: ['v01', 'v03'], minimumSpend: 68_000 })
    expect([state.rooms.get('v01'), state.rooms.get('v03')]).toEqual([
      { condition: 'to-clean' },
      { condition: 'ready', visit: 'v' },
    ])
  })

  it('may go on by a tariff of the new room’s class, and owes for the old one what is over', () => {
    const byHalves = { kind: 'timed', tariff: 'small-timed', perHour: 6_000, step: 30, startsAt: evening } as const
    const { state } = given(opened('v', 'v01', { terms: { ...byHalves, extensions: 0, added: 0 } }))
      .when({ ...move, tariff: 'mid-timed' }, { ...lily, at: evening + 40 * minute })
      .givesTypes('VisitMoved')
    const terms = state.visits.get('v')?.terms
    expect(terms).toMatchObject({ tariff: 'mid-timed', startsAt: evening + 40 * minute, added: 4_000 })
    expect(terms && roomBill(terms, evening + 100 * minute)).toBe(4_000 + 12_000)
  })

  it('goes on by no tariff of another class, of another kind, or after it was paid', () => {
    const timed = opened('v', 'v01')
    const to = (tariff: string) => ({ ...move, tariff }) as const
    given(timed).when(to('small-timed'), lily).refuses('unknown', 'choose-other')
    given(timed).when(to('mid-block'), lily).refuses('unavailable', 'choose-other')
    given(timed, settled('v')).when(to('mid-timed'), lily).refuses('visit-settled')
    const { state } = given(opened('v', 'v01', { terms: { ...block, added: 6_000 } }))
      .when(to('mid-block'), later)
      .givesTypes('VisitMoved')
    expect(state.visits.get('v')?.terms).toEqual({ ...block, added: 6_000 })
  })

  it('is refused into a room that is taken or gone, and for a visit that is over', () => {
    given(opened('v', 'v01'), opened('w', 'v03')).when(move, lily).refuses('room-taken', 'choose-other')
    given(opened('v', 'v01'))
      .when({ ...move, room: 'v99' }, lily)
      .refuses('unknown', 'choose-other')
    given().when(move, lily).refuses('unknown', 'look-again')
  })
})

describe('merging', () => {
  const merge = { type: 'MergeVisits', from: 'a', into: 'b' } as const
  const entry = (id: string): Event => ({
    type: 'SongAdded',
    visit: 'a',
    entry: id,
    song: { song: id, title: id, artist: id },
    top: false,
  })

  it('puts orders, calls, songs, gifts and guests of one party with the other', () => {
    const { state, events } = given(
      opened('a', 'v01', { host: 'zhao' }),
      opened('b', 'v08', { host: 'wang' }),
      ordered('o', 'a'),
      ordered('p', 'b'),
      { type: 'ServiceCalled', request: 'q', visit: 'a', service: 'ice', escalatesAt: evening + minute },
      {
        type: 'CompGiven',
        comp: 'g',
        visit: 'a',
        kind: 'reduction',
        amount: 500,
        reason: 'delay',
        by: 'mei',
        period: '2026-11-20',
      },
      entry('s1'),
      { type: 'SongStarted', visit: 'a', entry: 's1' },
      entry('s2'),
    ).when(merge, later)
    expect(events).toEqual([
      { type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v01', charge: 9_000 },
      { type: 'SongStarted', visit: 'b', entry: 's1' },
    ])
    expect(state.visits.get('b')).toMatchObject({
      host: 'wang',
      party: 8,
      members: ['wang', 'zhao'],
      orders: ['p', 'o'],
      requests: ['q'],
      ordered: 36_000,
      compTotal: 500,
      terms: { added: 9_000 },
    })
    expect(state.visits.get('a')).toMatchObject({ status: 'closed', members: [], orders: [], ordered: 0 })
    expect(state.orders.get('o')?.visit).toBe('b')
    expect(state.requests.get('q')?.about).toEqual({ visit: 'b' })
    expect(state.present.get('zhao')).toBe('b')
    expect(state.rooms.get('v01')).toEqual({ condition: 'to-clean' })
    expect(state.playlists.get('b')).toMatchObject({ playing: { entry: 's1' }, queue: [{ entry: 's2' }] })
    expect(state.playlists.has('a')).toBe(false)
  })

  describe('with songs that wait for their guests', () => {
    const ready = (visit: string, ...entries: string[]): Event => ({
      type: 'PlaylistPreloaded',
      visit,
      entries: entries.map(id => ({ entry: id, song: id, title: id, artist: id, why: 'yours' })),
    })

    it('lets them wait on where both parties are on the stairs, and shows none of them with a discreet one', () => {
      const both = given(opened('a', 'v01'), opened('b', 'v08'), ready('a', 'h1'), ready('b', 'h2'))
      const { state, events } = both.when(merge, later)
      expect(events.map(({ type }) => type)).toEqual(['VisitsMerged'])
      expect(state.playlists.get('b')).toMatchObject({ queue: [{ entry: 'h2' }] })
      expect(state.playlists.get('b')?.playing).toBeUndefined()
      const hidden = given(opened('a', 'v01', { discreet: true }), opened('b', 'v08'), entry('s1'), ready('b', 'h2'))
      const merged = hidden.when(merge, later)
      expect(merged.state.playlists.get('b')).toMatchObject({ playing: { entry: 's1' }, queue: [] })
    })

    it('begins with what was sung, before what the house laid ready', () => {
      const { state } = given(
        opened('a', 'v01'),
        opened('b', 'v08'),
        entry('s1'),
        { type: 'SongStarted', visit: 'a', entry: 's1' },
        entry('s2'),
        ready('b', 'h1', 'h2'),
      ).when(merge, later)
      const list = state.playlists.get('b')
      expect([list?.playing, ...(list?.queue ?? [])].map(one => one?.entry)).toEqual(['s1', 's2', 'h1', 'h2'])
    })
  })

  it('is refused with oneself and where one has paid', () => {
    const both = [opened('a', 'v01'), opened('b', 'v08')]
    given(...both)
      .when({ ...merge, into: 'a' }, lily)
      .refuses('malformed')
    given(...both, settled('b'))
      .when(merge, lily)
      .refuses('visit-settled', 'ask-manager')
  })

  it('keeps the 请勿打扰 of those who come along, and that of those they come to', () => {
    const quiet = (visit: string): Event => ({ type: 'DoNotDisturbSet', visit, on: true })
    const both = [opened('a', 'v01'), opened('b', 'v08')]
    const { state } = given(...both, quiet('a'))
      .when(merge, lily)
      .givesTypes('VisitsMerged', 'DoNotDisturbSet')
    expect(state.visits.get('b')?.doNotDisturb).toBe(true)
    const here = given(...both, quiet('b'))
      .when(merge, lily)
      .givesTypes('VisitsMerged')
    expect(here.state.visits.get('b')?.doNotDisturb).toBe(true)
  })

  it('hides both where one was discreet', () => {
    const { state } = given(opened('a', 'v01', { discreet: true }), opened('b', 'v08'), {
      type: 'UsualPredicted',
      visit: 'b',
      items: [{ item: 'whisky', qty: 1, times: 2 }],
    })
      .when(merge, lily)
      .givesTypes('VisitsMerged', 'UsualPredicted')
    expect(state.visits.get('b')).toMatchObject({ discreet: true, usual: [] })
  })
})

describe('time that was agreed', () => {
  const extend = { type: 'ExtendVisit', visit: 'v', minutes: 60 } as const
  const end = { type: 'EndTariffTime', visit: 'v' } as const

  it('is told to be up once, and again after an extension', () => {
    const on = (when: number) => ({ by: system, at: when })
    const { state } = given(opened('v', 'v03', { terms: block }))
      .when(end, on(block.endsAt - 1))
      .gives()
      .when(end, on(block.endsAt))
      .gives({ type: 'TariffTimeEnded', visit: 'v' })
      .when(end, on(block.endsAt + 1))
      .gives()
      .when(extend, { ...lily, at: block.endsAt + minute })
      .gives({ type: 'VisitExtended', visit: 'v', minutes: 60, endsAt: block.endsAt + hour, charge: 12_000 })
      .when(end, on(block.endsAt + hour))
      .gives({ type: 'TariffTimeEnded', visit: 'v' })
    expect(state.visits.get('v')?.terms).toMatchObject({ extensions: 1, added: 12_000 })
  })

  it('is given once for a hand that taps twice', () => {
    const first = { ...later, tappedAt: later.at }
    given(opened('v', 'v03', { terms: block }))
      .when(extend, first)
      .givesTypes('VisitExtended')
      .when(extend, { ...first, at: later.at + 3_000, tappedAt: later.at + 2_000 })
      .gives()
      .tells({ already: true })
      .when({ ...extend, minutes: 30 }, { ...first, at: later.at + 3_000, tappedAt: later.at + 3_000 })
      .givesTypes('VisitExtended')
      .when(extend, { ...first, at: later.at + minute, tappedAt: later.at + minute })
      .givesTypes('VisitExtended')
    // The hub was away: two taps that were a minute apart come at once.
    const apart = given(opened('v', 'v03', { terms: block }))
      .when(extend, { ...later, tappedAt: later.at - 2 * minute })
      .when(extend, { ...later, tappedAt: later.at - minute })
    expect(apart.events).toMatchObject([{ type: 'VisitExtended', tappedAt: later.at - minute }])
  })

  it('can be undone within ten seconds, as if it had never been', () => {
    const undo = { type: 'UndoExtend', visit: 'v' } as const
    const tapped = { ...later, tappedAt: later.at }
    const { state } = given(opened('v', 'v03', { terms: block }))
      .when(extend, tapped)
      .when(undo, { ...tapped, at: later.at + minute, tappedAt: later.at + 10_000 })
      .gives({ type: 'ExtensionUndone', visit: 'v', minutes: 60, charge: 12_000, endsAt: block.endsAt })
      .when(undo, tapped)
      .gives()
      .tells({ already: true })
    expect(state.visits.get('v')?.terms).toEqual(block)
    given(opened('v', 'v03', { terms: block }))
      .when(extend, tapped)
      .when(undo, { ...tapped, at: later.at + minute, tappedAt: later.at + 10_001 })
      .refuses('undo-over')
    const reminder = given(opened('v', 'v01')).when(extend, tapped).when(undo, tapped)
    expect(reminder.state.visits.get('v')?.terms).toEqual(opened('v', 'v01').terms)
  })

  it('is a reminder where minutes are charged anyway', () => {
    given(opened('v', 'v01'))
      .when(extend, later)
      .gives({ type: 'VisitExtended', visit: 'v', minutes: 60, endsAt: evening + 150 * minute, charge: 0 })
  })
})

describe('what staff set', () => {
  it('is attendant, order rule, discretion', () => {
    given(opened('v', 'v01'))
      .when({ type: 'SetAttendant', visit: 'v', staff: 'chen' }, lily)
      .gives({ type: 'AttendantSet', visit: 'v', attendant: 'chen' })
      .when({ type: 'CountParty', visit: 'v', party: 9 }, lily)
      .gives({ type: 'PartyCounted', visit: 'v', party: 9 })
      .when({ type: 'SetAttendant', visit: 'v', staff: 'nobody' }, lily)
      .refuses('unknown', 'choose-other')
      .when({ type: 'SetOrderRule', visit: 'v', rule: { kind: 'above', amount: 50_000 } }, lily)
      .gives({ type: 'OrderRuleSet', visit: 'v', rule: { kind: 'above', amount: 50_000 } })
  })

  it('hides and shows what comes from history', () => {
    const discreet = (on: boolean) => ({ type: 'SetDiscreet', visit: 'v', discreet: on }) as const
    const { state } = given(opened('v', 'v01', { host: 'wang' }))
      .when(discreet(false), lily)
      .gives()
      .when(discreet(true), lily)
      .gives({ type: 'DiscreetSet', visit: 'v', discreet: true })
      .when(discreet(false), lily)
      .givesTypes('DiscreetSet', 'UsualPredicted')
      .when(discreet(true), lily)
      .givesTypes('DiscreetSet', 'UsualPredicted')
    expect(state.visits.get('v')).toMatchObject({ discreet: true, usual: [] })
  })
})

describe('settling', () => {
  it('says what the hub knows of the bill', () => {
    given(opened('v', 'v01'), ordered('o', 'v'), accepted('o'))
      .when(settle('v'), later)
      .gives({ type: 'VisitSettled', visit: 'v', room: 9_000, orders: 18_000, comps: 0, unticked: [] })
      .when(settle('v'), later)
      .refuses('already-done', 'look-again')
  })

  it('waits for orders that nobody answered', () => {
    given(opened('v', 'v01'), ordered('o', 'v')).when(settle('v'), later).refuses('open-orders', 'look-again')
    given(opened('v', 'v01'), ordered('o', 'v', { needsApproval: true }))
      .when(settle('v'), later)
      .refuses('open-orders')
    given(opened('v', 'v01'), ordered('o', 'v'), { type: 'OrderCancelled', order: 'o' })
      .when(settle('v'), later)
      .givesTypes('VisitSettled')
  })

  it('asks once about tickets that are not in the cashier', () => {
    const { events } = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true))
      .when(settle('v'), later)
      .refuses('unticked', 'confirm')
      .when(settle('v'), { ...later, sure: true })
    expect(events).toMatchObject([{ type: 'VisitSettled', unticked: ['o'] }])
    given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), { type: 'OrderTicked', order: 'o', ticked: true })
      .when(settle('v'), later)
      .givesTypes('VisitSettled')
  })

  it('can be undone until the room is closed', () => {
    const undo = { type: 'UndoSettle', visit: 'v' } as const
    const { state } = given(opened('v', 'v01'), settled('v'))
      .when(undo, later)
      .gives({ type: 'SettleUndone', visit: 'v' })
      .when(undo, later)
      .refuses('not-settled')
    expect(state.visits.get('v')).not.toHaveProperty('settledAt')
    given(opened('v', 'v01'), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, later)
      .when(undo, later)
      .refuses('visit-closed')
  })
})

describe('closing', () => {
  const close = { type: 'CloseVisit', visit: 'v' } as const

  it('needs the bill settled', () => {
    given(opened('v', 'v01')).when(close, later).refuses('not-settled', 'settle-first')
    given(opened('v', 'v01'), settled('v'), ordered('o', 'v', { placedBy: 'staff' }))
      .when(close, later)
      .refuses('open-orders')
  })

  it('asks once about tickets that came after the bill and are not in the cashier', () => {
    const { events } = given(
      opened('v', 'v01'),
      settled('v'),
      ordered('o', 'v', { placedBy: 'staff' }),
      accepted('o', true),
    )
      .when(close, later)
      .refuses('unticked', 'confirm')
      .when(close, { ...later, sure: true })
    expect(events.map(({ type }) => type)).toEqual(['VisitClosed'])
  })

  it('says what the member’s record counts, and leaves the room to clean', () => {
    const gift: Event = {
      type: 'CompGiven',
      comp: 'g',
      visit: 'v',
      kind: 'gift',
      item: 'fruit',
      qty: 1,
      amount: 8_800,
      reason: 'complaint',
      by: 'mei',
      period: '2026-11-20',
    }
    const tower = {
      line: 't',
      item: 'beer-tower',
      qty: 1,
      unitPrice: 26_800,
      options: [],
      components: [
        { item: 'beer', qty: 12 },
        { item: 'fruit', qty: 1 },
      ],
      repeatable: false,
    }
    const { state, events } = given(
      opened('v', 'v08', { host: 'wang' }),
      ordered('o', 'v'),
      accepted('o'),
      {
        type: 'LineReturned',
        order: 'o',
        line: 'o-1',
        qty: 2,
        amount: 6_000,
        reason: 'unopened',
        by: 'mei',
        second: 'huang',
        period: '2026-11-20',
      },
      ordered('p', 'v', { lines: [tower], total: 26_800 }),
      accepted('p'),
      ordered('x', 'v'),
      { type: 'OrderRejected', order: 'x', reason: 'sold-out' },
      gift,
      { ...gift, comp: 'h', kind: 'reduction', amount: 1_000 },
      {
        type: 'SongAdded',
        visit: 'v',
        entry: 's',
        song: { song: 'song-2', title: '朋友', artist: '周华健' },
        top: false,
      },
      { type: 'SongStarted', visit: 'v', entry: 's' },
      { type: 'SongEnded', visit: 'v', entry: 's', how: 'played' },
      { type: 'Complained', request: 'q', visit: 'v', category: 'audio', escalatesAt: evening + minute },
      { type: 'RequestResolved', request: 'q', staff: 'chen', outcome: 'comped' },
      { type: 'ServiceCalled', request: 'cups', visit: 'v', service: 'cups', escalatesAt: evening + minute },
      { type: 'RequestResolved', request: 'cups', staff: 'chen', outcome: 'fixed', confirmBy: later.at + minute },
      { type: 'ServiceCalled', request: 'ice', visit: 'v', service: 'ice', escalatesAt: evening + minute },
      { type: 'FeedbackGiven', visit: 'v', guest: 0, face: 'delighted', factors: [], afterDelivery: false },
      { type: 'FeedbackGiven', visit: 'v', guest: 1, face: 'unhappy', factors: ['audio'], afterDelivery: false },
      at(evening + hour, settled('v')),
    ).when(close, later)
    expect(events).toEqual([
      { type: 'RequestWithdrawn', request: 'ice', over: true },
      { type: 'ConfirmationLapsed', request: 'cups' },
      {
        type: 'VisitClosed',
        visit: 'v',
        room: 'v08',
        members: ['wang'],
        openedAt: evening,
        // 18 000 + 26 800 ordered, 6 000 returned, an hour's room, 1 000 taken off; the gift was never charged.
        effectiveSpend: 18_000 + 26_800 - 6_000 + 6_000 - 1_000,
        drunk: [
          { item: 'beer', qty: 16 },
          { item: 'fruit', qty: 1 },
        ],
        sung: [{ song: 'song-2', title: '朋友', artist: '周华健' }],
        complaint: { category: 'audio', outcome: 'comped' },
        face: 'unhappy',
      },
    ])
    expect(state.visits.get('v')).toMatchObject({ status: 'closed', closedAt: later.at })
    expect(state.rooms.get('v08')).toEqual({ condition: 'to-clean' })
    expect([state.present.size, state.playlists.size]).toEqual([0, 0])
  })

  it('counts as sung what a player reported, not what the clock alone ended', () => {
    const songs = ['played', 'chosen', 'topped', 'alone', 'skipped']
    const house = { title: '后来', artist: '刘若英', why: 'yours' } as const
    const ended = (entry: string, how: 'played' | 'assumed' | 'skipped', next: string): Event[] => [
      { type: 'SongEnded', visit: 'v', entry, how },
      { type: 'SongStarted', visit: 'v', entry: next },
    ]
    const { events } = given(
      opened('v', 'v08', { host: 'wang' }),
      {
        type: 'PlaylistPreloaded',
        visit: 'v',
        entries: songs.filter(song => song !== 'chosen').map(song => ({ ...house, entry: song, song })),
      },
      { type: 'SongStarted', visit: 'v', entry: 'played' },
      {
        type: 'SongAdded',
        visit: 'v',
        entry: 'chosen',
        song: { song: 'chosen', title: '后来', artist: '刘若英' },
        top: false,
      },
      { type: 'EntryTopped', visit: 'v', entry: 'topped' },
      ...ended('played', 'played', 'topped'),
      ...ended('topped', 'assumed', 'chosen'),
      ...ended('chosen', 'assumed', 'alone'),
      ...ended('alone', 'assumed', 'skipped'),
      { type: 'SongEnded', visit: 'v', entry: 'skipped', how: 'skipped' },
      settled('v'),
    ).when(close, later)
    const closed = events.find(event => event.type === 'VisitClosed')
    expect(closed?.type === 'VisitClosed' && closed.sung.map(({ song }) => song)).toEqual(['played'])
  })

  it('says nothing of a complaint that the guests took back, and what was done about the one before it', () => {
    const complained = (request: string, category: 'audio' | 'noise'): Event => {
      return { type: 'Complained', request, visit: 'v', category, escalatesAt: evening + minute }
    }
    const told = (...past: readonly Event[]) =>
      given(opened('v', 'v01'), ...past, settled('v')).when(close, later).events
    const takenBack: Event[] = [complained('r', 'noise'), { type: 'RequestWithdrawn', request: 'r' }]
    const mended: Event[] = [
      complained('q', 'audio'),
      { type: 'RequestResolved', request: 'q', staff: 'chen', outcome: 'fixed' },
    ]
    expect(told(...takenBack)[0]).not.toHaveProperty('complaint')
    expect(told(...mended, ...takenBack)).toMatchObject([{ complaint: { category: 'audio', outcome: 'fixed' } }])
  })

  it('leaves an open complaint to whoever answers for it', () => {
    const { state } = given(
      opened('v', 'v01'),
      { type: 'Complained', request: 'q', visit: 'v', category: 'noise', escalatesAt: evening + minute },
      settled('v'),
    )
      .when(close, later)
      .givesTypes('VisitClosed')
      .when({ type: 'RollDay', day: '2026-11-21' }, { by: system })
    expect(state.requests.get('q')?.status).toBe('open')
    expect(state.visits.has('v')).toBe(true)
  })
})

describe('the cutover', () => {
  const roll = (day: string) => ({ type: 'RollDay', day }) as const

  it('lets the night’s finished things go and keeps what goes on', () => {
    const { state } = given(
      opened('over', 'v01'),
      ordered('o', 'over'),
      { type: 'OrderCancelled', order: 'o' },
      settled('over'),
      {
        type: 'VisitClosed',
        visit: 'over',
        room: 'v01',
        members: [],
        openedAt: evening,
        effectiveSpend: 0,
        drunk: [],
        sung: [],
      },
      opened('on', 'v08', { host: 'wang' }),
      {
        type: 'CompGiven',
        comp: 'g',
        visit: 'on',
        kind: 'reduction',
        amount: 500,
        reason: 'delay',
        by: 'mei',
        period: '2026-11-20',
      },
      { type: 'DeskCalled', request: 'q', kiosk: 'kiosk1', why: 'help', escalatesAt: evening },
      { type: 'RequestWithdrawn', request: 'q', over: true },
      { type: 'SoldOutSet', item: 'whisky', soldOut: true },
    )
      .when(roll('2026-11-21'), { by: system })
      .gives({ type: 'DayRolled', day: '2026-11-21' })
    expect(contents(state)).toMatchObject({
      day: '2026-11-21',
      orders: new Map(),
      requests: new Map(),
      comps: new Map(),
      soldOut: new Map([['whisky', true]]),
    })
    expect([...state.visits.entries()].map(([id]) => id)).toEqual(['on'])
  })

  it('leaves what nobody keyed in until somebody did, and counts its money in no second night', () => {
    const tick = { type: 'TickOrder', order: 'o', ticked: true } as const
    const { state } = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, { ...later, sure: true })
      .when(roll('2026-11-21'), { by: system })
      .when(tick, lily)
      .gives({ type: 'OrderTicked', order: 'o', ticked: true })
    expect(state.visits.get('v')).toMatchObject({ status: 'closed', before: { ordered: 18_000 } })
    expect(state.orders.get('o')).toMatchObject({ ticked: true, total: 18_000 })
    const after = given(opened('v', 'v01'), ordered('o', 'v'), accepted('o', true), settled('v'))
      .when({ type: 'CloseVisit', visit: 'v' }, { ...later, sure: true })
      .when(tick, lily)
      .when(roll('2026-11-21'), { by: system })
    expect([after.state.visits.size, after.state.orders.size]).toEqual([0, 0])
  })

  it('comes once and never back', () => {
    given()
      .when(roll('2026-11-21'), { by: system })
      .when(roll('2026-11-21'), { by: system })
      .gives()
      .when(roll('2026-11-20'), { by: system })
      .gives()
  })
})
