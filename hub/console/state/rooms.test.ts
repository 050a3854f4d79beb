import { describe, expect, it } from 'vitest'
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import { proposedRoom } from './rooms.ts'

const room = (id: string, capacity: number, more: Partial<RoomView> = {}): RoomView => ({
  id,
  name: id,
  floor: 2,
  zone: 2,
  roomClass: 'small',
  className: { zhHans: '小包' },
  capacity,
  condition: 'ready',
  ...more,
})
const own = { id: 'k', offer: 'm1', party: 2, glance: false }
const medium = [room('m1', 8), room('m2', 8)]

describe('the room that is proposed to who waits', () => {
  it('is the hub’s as long as nobody is in it, then the next that holds them', () => {
    expect(proposedRoom(medium, own, [own])).toBe('m1')
    const taken = [room('m1', 8, { visit: 'v' }), room('m2', 8)]
    expect(proposedRoom(taken, own, [own])).toBe('m2')
    expect(proposedRoom([room('m1', 8, { condition: 'to-clean' }), room('s1', 1)], own, [own])).toBeUndefined()
  })

  it('is none that is proposed to somebody else, or promised', () => {
    const taken = [room('m1', 8, { visit: 'v' }), room('m2', 8), room('m3', 8, { heldFor: 'b' }), room('m4', 8)]
    expect(proposedRoom(taken, own, [own, { ...own, id: 'other', offer: 'm2' }])).toBe('m4')
  })

  it('is a smaller one that holds them too, as soon as there is one; not where theirs was promised or is the finest', () => {
    const rooms = [...medium, room('s1', 4)]
    expect(proposedRoom(rooms, own, [own])).toBe('s1')
    expect(proposedRoom(rooms, { ...own, reservation: 'b' }, [own])).toBe('m1')
    expect(proposedRoom(rooms, { ...own, party: 6 }, [own])).toBe('m1')
  })

  it('comes by itself where there was none, once somebody said how many they are and looked', () => {
    const { offer: _none, ...unoffered } = own
    expect(proposedRoom(medium, unoffered, [])).toBe('m1')
    expect(proposedRoom(medium, { id: 'k', glance: false }, [])).toBeUndefined()
    expect(proposedRoom(medium, { ...unoffered, glance: true }, [])).toBeUndefined()
  })
})
