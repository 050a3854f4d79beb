/** Forty rooms on three floors. As in many houses no room's number holds a 4, and no floor is the fourth. */
import type { RoomClass, RoomConfig } from '../../../hub/domain/venue-config.ts'

export const roomClasses = [
  { id: 'small', name: { zhHans: '小包', zhHant: '小包', en: 'Small room' }, capacity: 4, minimumSpend: 18_800 },
  { id: 'medium', name: { zhHans: '中包', zhHant: '中包', en: 'Medium room' }, capacity: 8, minimumSpend: 38_800 },
  { id: 'large', name: { zhHans: '大包', zhHant: '大包', en: 'Large room' }, capacity: 14, minimumSpend: 88_800 },
  { id: 'vip', name: { zhHans: '豪华包', zhHant: '豪華包', en: 'VIP suite' }, capacity: 20, minimumSpend: 188_800 },
] as const satisfies readonly RoomClass[]

export type RoomClassId = (typeof roomClasses)[number]['id']

export const floors = [2, 3, 5] as const

/** Second floor small and medium, third floor small, medium and large, fifth floor the suites. */
export const rooms: readonly RoomConfig[] = [
  ...roomsOn(2, 'small', '', [201, 202, 203, 205, 206, 207, 208, 209]),
  ...roomsOn(2, 'medium', '', [210, 211, 212, 213, 215, 216, 217, 218]),
  ...roomsOn(3, 'small', '', [301, 302, 303, 305]),
  ...roomsOn(3, 'medium', '', [306, 307, 308, 309]),
  ...roomsOn(3, 'large', '', [310, 311, 312, 313, 315, 316, 317, 318]),
  ...roomsOn(5, 'vip', 'V', [1, 2, 3, 5, 6, 7, 8, 9]),
]

/** V08 → `v08`, 201 → `r201`. */
function roomId(name: string): string {
  return /^\d/.test(name) ? `r${name}` : name.toLowerCase()
}

function roomsOn(
  floor: (typeof floors)[number],
  roomClass: RoomClassId,
  prefix: string,
  numbers: readonly number[],
): RoomConfig[] {
  return numbers.map(number => {
    const name = `${prefix}${String(number).padStart(2, '0')}`
    return { id: roomId(name), name, floor, roomClass }
  })
}
