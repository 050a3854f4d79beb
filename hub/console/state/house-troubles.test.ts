import { describe, expect, test } from 'vitest'
import type { RoomView, StaffView } from '../../../shared/protocol/views/console.ts'
import { houseTroubles } from './house-troubles.ts'

const room = (more: Partial<RoomView>): RoomView => ({
  id: 'v08',
  name: 'V08',
  floor: 2,
  zone: 2,
  roomClass: 'big',
  className: { zhHans: '豪包' },
  capacity: 12,
  condition: 'ready',
  ...more,
})
const staff = (more: Partial<StaffView>): StaffView => ({
  id: 'chen',
  name: { zhHans: '小陈' },
  role: 'floor',
  zone: [],
  signedIn: false,
  ...more,
})

describe('what is amiss in the house', () => {
  test('is a panel that stays away from a party, not one that blinks', () => {
    const rooms = [room({ panelOffSince: 1000 })]
    expect(houseTroubles(rooms, [], 30_000)).toEqual([])
    expect(houseTroubles(rooms, [], 31_000)).toEqual([
      { kind: 'panel', key: 'panel/v08/1000', since: 1000, room: 'v08' },
    ])
    expect(houseTroubles([room({})], [], 31_000)).toEqual([])
  })

  test('is a budget nearly spent, anew when less is left', () => {
    const of = (compLeft: number) => houseTroubles([], [staff({ compLeft, compLow: true })], 0).map(({ key }) => key)
    expect(of(2000)).toEqual(['budget/chen/2000'])
    expect(of(0)).toEqual(['budget/chen/0'])
    expect(houseTroubles([], [staff({ compLeft: 9000 })], 0)).toEqual([])
  })
})
