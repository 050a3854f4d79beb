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
    expect(houseTroubles(rooms, [], [], undefined, 15_000)).toEqual([])
    expect(houseTroubles(rooms, [], [], undefined, 16_000)).toEqual([
      { kind: 'panel', key: 'panel/v08/1000', since: 1000, room: 'v08' },
    ])
    expect(houseTroubles([room({})], [], [], undefined, 31_000)).toEqual([])
  })

  test('is a party whose time is nearly up, and anew when it is, until it is longer or they have gone', () => {
    const minute = 60_000
    const of = (now: number, endsAt = 30 * minute, status: 'open' | 'settled' = 'open') => {
      const terms = {
        kind: 'block' as const,
        tariff: 'night',
        name: { zhHans: '夜场' },
        startsAt: 0,
        endsAt,
        extensions: 0,
        over: false,
      }
      return houseTroubles([], [{ id: 'a', room: 'v08', status, terms }], [], undefined, now * minute)
    }
    expect(of(19)).toEqual([])
    const nearly = { kind: 'time', key: `time/a/${30 * minute}/nearly`, since: 30 * minute, room: 'v08', over: false }
    expect(of(20)).toEqual([nearly])
    expect(of(30)).toEqual([{ ...nearly, key: `time/a/${30 * minute}/over`, over: true }])
    expect(of(31, 90 * minute)).toEqual([])
    expect(of(31, 30 * minute, 'settled')).toEqual([])
  })

  test('is a budget nearly spent, anew when less is left', () => {
    const of = (compLeft: number) =>
      houseTroubles([], [], [staff({ compLeft, compLow: true })], undefined, 0).map(({ key }) => key)
    expect(of(2000)).toEqual(['budget/chen/2000'])
    expect(of(0)).toEqual(['budget/chen/0'])
    expect(houseTroubles([], [], [staff({ compLeft: 9000 })], undefined, 0)).toEqual([])
  })

  test('is a house that was not copied: why, or since when', () => {
    const made = { at: 0, bytes: 1 }
    const hours = 3_600_000
    expect(houseTroubles([], [], [], { made }, 36 * hours)).toEqual([])
    expect(houseTroubles([], [], [], { made }, 37 * hours)).toEqual([{ kind: 'backup', key: 'backup/0', since: 0 }])
    expect(houseTroubles([], [], [], { made, failed: { at: 5, why: 'disk-full' } }, 6)).toEqual([
      { kind: 'backup', key: 'backup/5', since: 5, why: 'disk-full' },
    ])
    // Known is known until it fails again; a copy that is made ends it.
    expect(houseTroubles([], [], [], { failed: { at: 9, why: 'failed' } }, 9).map(({ key }) => key)).toEqual([
      'backup/9',
    ])
    // A new house is copied at its first night's end.
    expect(houseTroubles([], [], [], {}, 99 * hours)).toEqual([])
  })
})
