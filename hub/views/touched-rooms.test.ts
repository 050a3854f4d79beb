import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening } from '../domain/fixture.testing.ts'
import { changedView } from './changed-view.ts'
import { audiences, createHouse, forbidWalking, nothingTouched } from './house.testing.ts'
import { touchedRooms } from './touched-rooms.ts'
import { wholeView } from './whole-view.ts'

const opened = (visit: string, room: string, host: string): Event => ({
  type: 'VisitOpened',
  visit,
  room,
  party: 2,
  host,
  terms: { kind: 'timed', tariff: 'mid-timed', perHour: 12_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 0,
  orderRule: { kind: 'free' },
  discreet: false,
})
const ordered: Event = {
  type: 'OrderPlaced',
  order: 'o1',
  visit: 'a',
  source: 'menu',
  placedBy: 'guest',
  lines: [],
  total: 0,
  needsApproval: false,
  lockedUntil: evening,
}
const called: Event = { type: 'ServiceCalled', request: 'q1', visit: 'a', service: 'ice', escalatesAt: evening }
const sung: Event = {
  type: 'SongAdded',
  visit: 'a',
  entry: 'e1',
  song: { song: 'song-1', title: '海阔天空', artist: 'Beyond' },
  top: false,
}

const told = (...events: readonly Event[]) => {
  const house = createHouse(opened('a', 'v03', 'wang'), opened('b', 'v05', 'zhao'))
  house.touched()
  house.happen(...events)
  return touchedRooms(house.context(), house.touched())
}

describe('the panels to be told', () => {
  it.each([
    ['an order', ordered],
    ['a call', called],
    ['a song', sung],
  ])('are the room’s own for %s', (_what, event) => {
    expect(told(event)).toEqual(new Set(['v03']))
  })

  it('are both rooms when a party moves, and of both parties when they become one', () => {
    expect(told({ type: 'VisitMoved', visit: 'a', from: 'v03', to: 'v08', minimumSpend: 0 })).toEqual(
      new Set(['v03', 'v08']),
    )
    expect(told({ type: 'VisitsMerged', from: 'a', into: 'b', freed: 'v03', charge: 0 })).toEqual(
      new Set(['v03', 'v05']),
    )
  })

  it('are all when something runs out, none when a card is touched in the lobby', () => {
    expect(told({ type: 'SoldOutSet', item: 'beer', soldOut: true })).toBe('all')
    expect(told({ type: 'DeskCalled', request: 'q2', kiosk: 'kiosk1', why: 'help', escalatesAt: evening })).toEqual(
      new Set(),
    )
  })

  it('are those of a member whose record was saved', () => {
    const house = createHouse(opened('a', 'v03', 'wang'))
    house.touched()
    expect(touchedRooms(house.context(), { ...nothingTouched(), members: new Set(['wang', 'li']) })).toEqual(
      new Set(['v03']),
    )
  })

  it('are found, and told, without walking any table: a tap costs the same in a house of 500 rooms', () => {
    const house = createHouse(opened('a', 'v03', 'wang'))
    for (const audience of audiences) wholeView(house.context(), audience)
    house.touched()
    house.happen(ordered, called, sung)
    const touched = house.touched()
    forbidWalking(house)
    const context = house.context()
    expect(touchedRooms(context, touched)).toEqual(new Set(['v03']))
    for (const audience of audiences) changedView(context, audience, touched)
  })
})
