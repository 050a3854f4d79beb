import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening, minute } from '../domain/fixture.testing.ts'
import { changedSlices, createHouse } from './house.testing.ts'
import { wholeView } from './whole-view.ts'

const opened: Event = {
  type: 'VisitOpened',
  visit: 'a',
  room: 'v03',
  party: 2,
  host: 'wang',
  terms: { kind: 'timed', tariff: 'mid-timed', perHour: 12_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 0,
  orderRule: { kind: 'free' },
  discreet: false,
}
const added: Event = {
  type: 'SongAdded',
  visit: 'a',
  entry: 'e1',
  song: { song: 'song-2', title: '朋友', artist: '周华健' },
  top: false,
}
const begun: Event = { type: 'SongStarted', visit: 'a', entry: 'e1' }
const player = { kind: 'player' } as const

describe('the player', () => {
  it('is told the song of each room once it is begun: what lies ready waits for its guests', () => {
    const house = createHouse(opened, added)
    const song = {
      visit: 'a',
      room: 'v03',
      roomName: 'V03',
      entry: 'e1',
      song: 'song-2',
      title: '朋友',
      artist: '周华健',
      lengthMs: 4 * minute,
      next: [],
      vocals: false,
    }
    expect([...wholeView(house.context(), player)]).toEqual([])
    house.touched()
    house.happen(begun)
    expect([...changedSlices(house.context(), player, house.touched())]).toEqual([['playing/a', song]])
  })

  it('is told what follows, so that it plays on while the hub is away', () => {
    const house = createHouse(opened, added, begun, { ...added, entry: 'e2' })
    expect(wholeView(house.context(), player).get('playing/a')).toMatchObject({
      entry: 'e1',
      next: [{ entry: 'e2', song: 'song-2', title: '朋友', artist: '周华健', lengthMs: 4 * minute }],
    })
  })

  it('that stands in a room hears of that room alone, also when the party leaves it', () => {
    const house = createHouse(opened, added, begun)
    const [here, elsewhere] = ['v03', 'v05'].map(room => ({ kind: 'player', room }) as const)
    if (!here || !elsewhere) throw new Error('two rooms')
    expect([wholeView(house.context(), here).size, wholeView(house.context(), elsewhere).size]).toEqual([1, 0])
    house.touched()
    house.happen({ type: 'VisitMoved', visit: 'a', from: 'v03', to: 'v05', minimumSpend: 0 })
    const touched = house.touched()
    expect([...changedSlices(house.context(), here, touched)]).toEqual([['playing/a', undefined]])
    expect([...changedSlices(house.context(), elsewhere, touched)]).toMatchObject([['playing/a', { room: 'v05' }]])
  })

  it('plays on in the room the party moved to, and stops when nobody is there', () => {
    const house = createHouse(opened, added, begun)
    house.touched()
    house.happen({ type: 'VisitMoved', visit: 'a', from: 'v03', to: 'v05', minimumSpend: 0 })
    expect(changedSlices(house.context(), player, house.touched()).get('playing/a')).toMatchObject({
      room: 'v05',
    })
    house.happen({
      type: 'VisitClosed',
      visit: 'a',
      room: 'v05',
      members: [],
      openedAt: evening,
      effectiveSpend: 0,
      drunk: [],
      sung: [],
    })
    expect([...changedSlices(house.context(), player, house.touched())]).toEqual([['playing/a', undefined]])
  })
})
