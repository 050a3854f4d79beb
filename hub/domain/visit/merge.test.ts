import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, minute } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { later, lily, opened, ordered, settled } from './visit.testing.ts'

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

  it('into a room where they would have to spend less takes a manager', () => {
    const two = [opened('a', 'v08', { minimumSpend: 188_000 }), opened('b', 'v03', { minimumSpend: 68_000 })]
    given(...two)
      .when(merge, later)
      .refuses('not-allowed', 'ask-manager')
    given(...two)
      .when(merge, { ...later, ...by(as('mei')) })
      .givesTypes('VisitsMerged')
    given(...two)
      .when({ type: 'MergeVisits', from: 'b', into: 'a' }, later)
      .givesTypes('VisitsMerged')
  })
})
