import { describe, expect, it } from 'vitest'
import type { Event } from '../../domain/events.ts'
import { evening, hour } from '../../domain/fixture.testing.ts'
import { clockView } from '../clock-view.ts'
import { createHouse, keysOf } from '../house.testing.ts'
import { changedFor, reserved, rolesWith, seenBy } from './facts.testing.ts'

describe('the lobby on the consoles', () => {
  const touched: Event = {
    type: 'CheckedIn',
    checkIn: 'k1',
    how: 'card',
    kiosk: 'kiosk1',
    member: 'wang',
    tier: 'black',
    party: 6,
    offer: 'v08',
    reservation: 'r1',
    welcomed: false,
    discreet: true,
    glance: true,
    lapsesAt: evening + hour,
  }

  it('is with who seats guests: briefed, discreet or not', () => {
    const house = createHouse(touched)
    expect(rolesWith('checkin', house)).toEqual(['desk', 'floor', 'manager', 'owner', 'floor-station'])
    expect(seenBy('desk', house).get('checkin/k1')).toMatchObject({
      title: 'wang',
      member: { taboos: ['peanut'] },
      vip: true,
      offer: 'v08',
      glance: true,
      discreet: true,
    })
    house.happen({ type: 'CheckInSeated', checkIn: 'k1', visit: 'a' })
    expect(rolesWith('checkin', house)).toEqual([])
  })

  it('says whose card failed and why, on the floor only why', () => {
    const house = createHouse({
      type: 'CheckInFailed',
      checkIn: 'k1',
      how: 'card',
      kiosk: 'kiosk1',
      failure: 'blocked',
      member: 'ding',
    })
    expect(seenBy('desk', house).get('trouble/kiosk1')).toMatchObject({
      failure: 'blocked',
      failures: 1,
      member: { id: 'ding' },
    })
    expect(seenBy('floor', house).get('trouble/kiosk1')).not.toHaveProperty('member')
    expect(rolesWith('trouble', house)).toEqual(['desk', 'floor', 'manager', 'owner', 'floor-station'])
  })

  it('holds a room for a reservation, whose name the floor need not know', () => {
    const house = createHouse(reserved, { ...reserved, reservation: 'r0', arrivesAt: evening + 2 * hour })
    expect(seenBy('desk', house).get('room/v05')).toMatchObject({ heldFor: 'r1' })
    expect(seenBy('desk', house).get('reservation/r1')).toMatchObject({
      title: 'wang',
      member: { id: 'wang' },
      booker: 'mei',
      deposit: true,
    })
    expect(seenBy('floor', house).get('reservation/r1')).toEqual({
      id: 'r1',
      amended: 0,
      party: 6,
      arrivesAt: evening + hour,
      heldUntil: evening + 2 * hour,
      roomClass: 'big',
      room: 'v05',
      deposit: true,
      discreet: false,
    })
    house.touched()
    house.happen({ type: 'ReservationCancelled', reservation: 'r1' })
    const changed = changedFor('desk', house)
    expect(changed.get('room/v05')).toMatchObject({ heldFor: 'r0' })
    expect(changed.has('reservation/r1') && changed.get('reservation/r1') === undefined).toBe(true)
  })

  it('holds no room for a party that is expected on another day, and begins by the clock', () => {
    const house = createHouse({ ...reserved, arrivesAt: evening + 24 * hour, heldUntil: evening + 25 * hour })
    expect(seenBy('desk', house).get('room/v05')).not.toHaveProperty('heldFor')
    const clock = (role: 'desk' | 'bar') => clockView(house.context(), { kind: 'console', role })
    expect(clock('desk').get('room/v05')).not.toHaveProperty('heldFor')
    house.at = evening + 22 * hour
    expect(clock('desk').get('room/v05')).toMatchObject({ heldFor: 'r1' })
    expect(keysOf(clock('bar'), 'room')).toEqual([])
  })

  it('frees a room whose reservation was cancelled and forgotten in one batch', () => {
    const house = createHouse(reserved)
    house.touched()
    house.happen({ type: 'ReservationCancelled', reservation: 'r1' }, { type: 'DayRolled', day: '2026-11-21' })
    expect(changedFor('desk', house).get('room/v05')).not.toHaveProperty('heldFor')
  })
})
