/** What a room is like right now, and which rooms and tariffs fit whom: pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInView, RoomView, TariffView, VisitView } from '../../../shared/protocol/views/console.ts'

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

type Waiting = Pick<CheckInView, 'id' | 'offer' | 'party' | 'reservation' | 'glance' | 'member'>

/**
 * The room that the hub proposed when they came, as long as it can be had; but rooms come and go while they wait, and then it
 * is the best that is proposed to nobody else: where theirs is taken, where there was none, and where a smaller one holds them
 * too. What was promised to them, and the finest for the black tier, stays theirs.
 */
export function proposedRoom(rooms: readonly RoomView[], own: Waiting, waiting: readonly Waiting[]): Id | undefined {
  const { id, offer, party, reservation, glance, member } = own
  const free = freeRooms(rooms, party ?? 1)
  const offered = free.find(one => one.id === offer)
  // Somebody looks first at who only filled in a page.
  if (party === undefined || (glance && offer === undefined)) return offered?.id
  const others = new Set(waiting.flatMap(one => (one.id !== id && one.offer !== undefined ? [one.offer] : [])))
  const best = free.find(room => room.heldFor === undefined && room.capacity >= party && !others.has(room.id))
  if (!offered) return best?.id
  const theirs = reservation !== undefined || member?.tier === 'black'
  return best && !theirs && best.capacity < offered.capacity ? best.id : offered.id
}

/** Rooms by floor, in the order of the house. */
export function byFloor(rooms: readonly RoomView[]): readonly (readonly [floor: number, rooms: readonly RoomView[]])[] {
  const floors = new Map<number, RoomView[]>()
  for (const room of rooms) floors.set(room.floor, [...(floors.get(room.floor) ?? []), room])
  return [...floors]
    .sort(([one], [other]) => one - other)
    .map(([floor, own]) => [floor, own.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))] as const)
}

/** As they stand on the floor, one after the other: so they are found among chips. */
export const inOrder = (rooms: readonly RoomView[]): readonly RoomView[] => byFloor(rooms).flatMap(([, own]) => own)

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
