/** What a room is like right now, and which rooms and tariffs fit whom: pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView, TariffView, VisitView } from '../../../shared/protocol/views/console.ts'

export const roomStates = ['free', 'held', 'inUse', 'settled', 'toClean', 'outOfOrder'] as const
export type RoomState = (typeof roomStates)[number]

export function roomState(room: RoomView, visit: VisitView | undefined): RoomState {
  if (room.visit !== undefined) return visit?.status === 'settled' ? 'settled' : 'inUse'
  switch (room.condition) {
    case 'out-of-order':
      return 'outOfOrder'
    case 'to-clean':
      return 'toClean'
    case 'ready':
      return room.heldFor === undefined ? 'free' : 'held'
  }
}

/** Clean and empty; those that hold the party first, the smallest of them first, then the largest of the others; promised ones last. */
export function freeRooms(rooms: readonly RoomView[], party: number): readonly RoomView[] {
  const fits = ({ capacity }: RoomView) => (capacity >= party ? 0 : 1)
  const held = ({ heldFor }: RoomView) => (heldFor === undefined ? 0 : 1)
  return rooms
    .filter(({ visit, condition }) => visit === undefined && condition === 'ready')
    .sort(
      (one, other) =>
        held(one) - held(other) ||
        fits(one) - fits(other) ||
        (fits(one) === 0 ? one.capacity - other.capacity : other.capacity - one.capacity) ||
        one.name.localeCompare(other.name, 'en', { numeric: true }),
    )
}

/** Rooms by floor, in the order of the house. */
export function byFloor(rooms: readonly RoomView[]): readonly (readonly [floor: number, rooms: readonly RoomView[]])[] {
  const floors = new Map<number, RoomView[]>()
  for (const room of rooms) floors.set(room.floor, [...(floors.get(room.floor) ?? []), room])
  return [...floors]
    .sort(([one], [other]) => one - other)
    .map(([floor, own]) => [floor, own.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))] as const)
}

/** What is sold for this class of room at this hour. */
export const tariffsNow = (tariffs: readonly TariffView[], roomClass: Id): readonly TariffView[] =>
  tariffs.filter(tariff => tariff.roomClass === roomClass && tariff.priceNow !== undefined)

const worthABlockMs = 2 * 3_600_000

/** A block while there is enough of it left to be worth its price, else by the hour. */
export function sensibleTariff(tariffs: readonly TariffView[], roomClass: Id, now: number): TariffView | undefined {
  const sold = tariffsNow(tariffs, roomClass)
  const block = sold.find(({ kind, endsAtNow }) => kind === 'block' && (endsAtNow ?? 0) - now >= worthABlockMs)
  return block ?? sold.find(({ kind }) => kind === 'timed') ?? sold[0]
}
