import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evening, hour, minute, system } from '../fixture.testing.ts'
import { at, given } from '../given.testing.ts'
import { accepted, block, later, lily, opened, ordered, settled } from './visit.testing.ts'

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

  it('says what the room ran up since the bill, by the hour, and nothing of who just finished their drinks', () => {
    const afterwards = (minutes: number, more: Parameters<typeof opened>[2] = {}) =>
      given(opened('v', 'v01', more), settled('v'))
        .when(close, { ...lily, at: evening + minutes * minute })
        .events.map(event => event.type === 'VisitClosed' && event.afterwards)
    expect(afterwards(90)).toEqual([9_000])
    expect(afterwards(15)).toEqual([undefined])
    expect(afterwards(90, { terms: block })).toEqual([undefined])
    // A clock that jumped a week on says nothing.
    expect(afterwards(7 * 24 * 60)).toEqual([undefined])
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
        // Half an hour since the bill.
        afterwards: 3_000,
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
