import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, hour, minute } from '../fixture.testing.ts'
import { at, by, contents, given } from '../given.testing.ts'
import { opened, settled } from '../party.testing.ts'

const undo = { type: 'UndoOpen', visit: 'a' } as const
const soon = by(as('lily'), { at: evening + 5 * minute })
const cancelled: Event = { type: 'VisitCancelled', visit: 'a', room: 'v08', members: ['wang'] }
const placed = (more: object = {}): Event => ({
  ...{ type: 'OrderPlaced', order: 'o', visit: 'a', source: 'menu', placedBy: 'guest' },
  lines: [{ line: 'l', item: 'beer', qty: 2, unitPrice: 3_000, options: [], components: [], repeatable: true }],
  ...{ total: 6_000, needsApproval: false, lockedUntil: evening },
  ...more,
})
const song = { song: 's1', title: '后来', artist: '刘若英' }

describe('a room that was opened by mistake', () => {
  it('is free again, and of its visit nothing is left', () => {
    const before = given()
    const { state } = given(
      opened(),
      { type: 'SongAdded', visit: 'a', entry: 'e', song, top: false },
      { type: 'SongStarted', visit: 'a', entry: 'e' },
      { type: 'ServiceCalled', request: 'r', visit: 'a', service: 'ice', escalatesAt: evening + 4 * minute },
      placed(),
      { type: 'OrderCancelled', order: 'o' },
    )
      .when(undo, soon)
      .gives(cancelled)
    expect(state.rooms.get('v08')).toEqual({ condition: 'ready' })
    for (const name of ['visits', 'present', 'playlists', 'orders', 'requests'])
      expect(contents(state)[name]).toEqual(contents(before.state)[name])
  })

  it('lets its guests be seated elsewhere at once: who checked in waits again, and what was promised is held again', () => {
    const reserved: Event = {
      ...{ type: 'Reserved', reservation: 'b', member: 'wang', party: 6, arrivesAt: evening, roomClass: 'big' },
      ...{ heldUntil: evening + 30 * minute, deposit: false, discreet: false },
    }
    const came: Event = {
      ...{ type: 'CheckedIn', checkIn: 'c', how: 'card', member: 'wang', reservation: 'b', party: 6 },
      ...{ welcomed: false, discreet: false, glance: false, lapsesAt: evening + minute },
    }
    const friend: Event = { ...came, checkIn: 'f', member: 'li', joins: 'v1' }
    const seat = { type: 'SeatCheckIn', checkIn: 'c', room: 'v08', tariff: 'big-timed' } as const
    const { state, when } = given(reserved, came).when(seat, by(as('lily')))
    expect(state.reservations.get('b')).toMatchObject({ status: 'honoured', visit: 'v1' })
    const again = when({ ...undo, visit: 'v1' }, soon).givesTypes('VisitCancelled', 'CheckInRestored', 'CheckInKept')
    const checkIn = state.checkIns.get('c')
    expect(checkIn).toMatchObject({ status: 'waiting', member: 'wang' })
    expect(checkIn).not.toHaveProperty('visit')
    expect(checkIn?.lapsesAt).toBeGreaterThan(evening + 5 * minute)
    expect(state.reservations.get('b')).toMatchObject({ status: 'held', inLobby: ['c'] })
    expect(state.reservations.get('b')).not.toHaveProperty('visit')
    again.when(seat, soon)
    expect(state.present.get('wang')).toBe('v2')
    const joining = given(opened({ visit: 'v1', host: 'wang' }), friend).when({ ...undo, visit: 'v1' }, soon)
    expect(joining.state.checkIns.get('f')).not.toHaveProperty('joins')
  })

  it('leaves whoever touched their card again with the one check-in', () => {
    const came = (checkIn: string): Event => ({
      ...{ type: 'CheckedIn', checkIn, how: 'card', member: 'wang' },
      ...{ welcomed: false, discreet: false, glance: false, lapsesAt: evening + hour },
    })
    given(came('c'), { type: 'CheckInSeated', checkIn: 'c', visit: 'a' }, opened(), came('d'))
      .when(undo, soon)
      .gives(cancelled)
  })

  it('leaves whoever was taken off it meanwhile where they are', () => {
    const came: Event = {
      ...{ type: 'CheckedIn', checkIn: 'c', how: 'card', member: 'wang', party: 6 },
      ...{ welcomed: false, discreet: false, glance: false, lapsesAt: evening + hour },
    }
    const { state } = given(opened({ host: 'zhao' }), came)
      .when({ type: 'JoinVisit', checkIn: 'c', visit: 'a' }, soon)
      .when({ type: 'LeaveVisit', visit: 'a', member: 'wang' }, soon)
      .when({ type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 2, member: 'wang' }, soon)
      .when(undo, soon)
      .gives({ ...cancelled, members: ['zhao'] })
    expect(state.present.get('wang')).toBe('v1')
    expect(state.checkIns.get('c')).toMatchObject({ status: 'seated' })
  })

  it('can be undone for ten minutes, counted to the tap', () => {
    const late = evening + 11 * minute
    given(opened())
      .when(undo, { ...soon, at: late })
      .refuses('undo-over')
    given(opened())
      .when(undo, { ...soon, at: late, tappedAt: evening + 9 * minute })
      .gives(cancelled)
      .when(undo, soon)
      .refuses('unknown', 'look-again')
  })

  const bottle = { keep: 'k', member: 'wang', item: 'beer', tenths: 5, shelf: 'A-12', label: 'K-1', expiresAt: evening }
  const rejected: Event = { type: 'OrderRejected', order: 'o', reason: 'sold-out' }
  it.each<[string, ...Event[]]>([
    ['was ordered', placed()],
    ['has to come out of the cashier', placed(), { type: 'OrderTicked', order: 'o', ticked: true }, rejected],
    [
      'was given',
      {
        type: 'CompGiven',
        comp: 'g',
        visit: 'a',
        kind: 'reduction',
        amount: 1,
        reason: 'complaint',
        by: 'mei',
        period: '',
      },
    ],
    ['was left on the shelf', { type: 'KeepStored', visit: 'a', by: 'bo', ...bottle }],
    ['was brought along and left', { type: 'KeepStored', visit: 'a', by: 'bo', second: 'mei', ...bottle }],
    ['was paid', settled],
    ['was complained of', { type: 'Complained', request: 'r', visit: 'a', category: 'audio', escalatesAt: evening }],
    [
      'was said of the evening',
      { type: 'FeedbackGiven', visit: 'a', guest: 1, face: 'happy', factors: [], afterDelivery: false },
    ],
    ['was moved', { type: 'VisitMoved', visit: 'a', from: 'v08', to: 'v09', minimumSpend: 0 }],
    [
      'was merged into it',
      opened({ visit: 'b', room: 'v09', host: 'li' }),
      { type: 'VisitsMerged', from: 'b', into: 'a', freed: 'v09', charge: 0 },
    ],
    ['was told of the night before', { type: 'DayRolled', day: '2026-11-21' }],
  ])('is to be settled and closed once something %s', (_what, ...facts) => {
    given(opened(), ...facts.map(fact => at(evening + minute, fact)))
      .when(undo, soon)
      .refuses('wrong-state', 'look-again')
  })

  it('does not hold on to an order that nobody has any more', () => {
    given(opened(), placed(), rejected).when(undo, soon).gives(cancelled)
  })
})
