import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { evening, hour } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { opened } from '../visit/visit.testing.ts'
import { walkedIn, wangCame, wangReserved } from './check-in.testing.ts'

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

  it('is rather one that nobody comes for later in the night', () => {
    const late = { arrivesAt: evening + 4 * hour, heldUntil: evening + 5 * hour }
    expect(offerTo(2, { ...wangReserved, ...late, roomClass: 'small', room: 'v01' })).toEqual(['v02'])
    expect(offerTo(2, { ...wangReserved, ...late, roomClass: 'small', room: 'v01' }, opened('x', 'v02'))).toEqual([
      'v01',
    ])
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
