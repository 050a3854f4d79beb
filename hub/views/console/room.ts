/** Rooms, as tiles of the floor. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import { heldAt } from '../../domain/reservation/window.ts'
import type { Reservation } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import type { Sees } from './sees.ts'

/** `holds`: the reservation that holds each room ({@link heldRooms}), computed once for many rooms. */
export function roomView(
  { state, venue }: ViewContext,
  sees: Sees,
  holds: ReadonlyMap<Id, Reservation>,
  id: Id,
): RoomView | undefined {
  const config = venue.rooms.find(room => room.id === id)
  if (!config) return undefined
  const roomClass = venue.classes.find(one => one.id === config.roomClass)
  const room = state.rooms.get(id)
  const held = sees.reservations === 'none' ? undefined : holds.get(id)
  return {
    id,
    name: config.name,
    floor: config.floor,
    roomClass: config.roomClass,
    className: roomClass?.name ?? { zhHans: config.roomClass },
    capacity: roomClass?.capacity ?? 0,
    condition: room?.condition ?? 'ready',
    ...(sees.visits && room?.visit !== undefined && { visit: room.visit }),
    ...(held && { heldFor: held.id }),
  }
}

/** Room → the reservation that holds it by now: of several the one that arrives first. */
export function heldRooms({ state, now }: ViewContext): ReadonlyMap<Id, Reservation> {
  const holds = new Map<Id, Reservation>()
  for (const reservation of heldAt(state, now)) {
    const { room } = reservation
    if (room !== undefined && !holds.has(room)) holds.set(room, reservation)
  }
  return holds
}

/** Rooms that some reservation names, whenever it may be for. */
export const promisedRooms = ({ state }: ViewContext): ReadonlySet<Id> =>
  new Set([...state.reservations.values()].flatMap(({ room, status }) => (room && status === 'held' ? [room] : [])))
