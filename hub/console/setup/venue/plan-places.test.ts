import { expect, test } from 'vitest'
import type { RoomSetupView } from '../../../../shared/protocol/views/setup.ts'
import { laidOut, movedTo } from './plan-places.ts'

const room = (id: string, at?: { x: number; y: number }): RoomSetupView => ({
  id,
  rev: 0,
  name: id,
  floor: 1,
  roomClass: 'small',
  ...(at && { at }),
})

test('who has no place yet stands in the first free cells', () => {
  const places = laidOut([room('a'), room('b', { x: 0, y: 0 }), room('c')], undefined)
  expect([...places]).toEqual([
    ['b', { x: 0, y: 0 }],
    ['a', { x: 1, y: 0 }],
    ['c', { x: 2, y: 0 }],
  ])
})

test('two change places, and beyond the edge one stays', () => {
  const places = laidOut([room('a'), room('b')], undefined)
  const swapped = movedTo(places, 'a', { x: 1, y: 0 })
  expect(swapped.get('a')).toEqual({ x: 1, y: 0 })
  expect(swapped.get('b')).toEqual({ x: 0, y: 0 })
  expect(movedTo(places, 'a', { x: -1, y: 0 })).toBe(places)
})
