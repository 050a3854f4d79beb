/** Rooms, as tiles of the floor. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import { heldAt } from '../../domain/reservation/window.ts'
import { roomOf } from '../../domain/room-of.ts'
import { zoneOf } from '../../domain/staff/duty.ts'
import type { Reservation } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { onceAMoment, onceForWhoSees } from '../worked-out-once.ts'

export const roomView = onceForWhoSees(['visits', 'reservations'], (context, sees, id): RoomView | undefined => {
  const { state, venue } = context
  const config = roomOf(venue, id)
  if (!config) return undefined
  const roomClass = venue.classes.find(one => one.id === config.roomClass)
  const room = state.rooms.get(id)
  const here = sees.visits ? room?.visit : undefined
  const panelOffSince = here === undefined ? undefined : offSince(context, id)
  const held = sees.reservations === 'none' ? undefined : heldRooms(context).get(id)
  return {
    id,
    name: config.name,
    floor: config.floor,
    zone: zoneOf(config),
    roomClass: config.roomClass,
    className: roomClass?.name ?? { zhHans: config.roomClass },
    capacity: roomClass?.capacity ?? 0,
    condition: room?.condition ?? 'ready',
    ...(here !== undefined && { visit: here }),
    ...(panelOffSince !== undefined && { panelOffSince }),
    ...(held && { heldFor: held.id }),
  }
})

/** Since when the last of its panels is away; undefined where one is there, or none was ever paired. */
function offSince({ panelsOf, presence }: ViewContext, room: Id): number | undefined {
  const panels = panelsOf(room)
    .filter(({ tokens }) => tokens?.length !== 0)
    .map(({ id }) => presence(id))
  if (panels.length === 0 || panels.some(({ online }) => online)) return undefined
  return Math.max(...panels.map(({ awaySince = 0 }) => awaySince))
}

/** Room → the reservation that holds it by now: of several the one that arrives first. */
const heldRooms = onceAMoment(({ state, now }): ReadonlyMap<Id, Reservation> => {
  const holds = new Map<Id, Reservation>()
  for (const reservation of heldAt(state, now)) {
    const { room } = reservation
    if (room !== undefined && !holds.has(room)) holds.set(room, reservation)
  }
  return holds
})

/** Rooms that some reservation names, whenever it may be for. */
export const promisedRooms = ({ state }: ViewContext): ReadonlySet<Id> =>
  new Set([...state.reservations.values()].flatMap(({ room, status }) => (room && status === 'held' ? [room] : [])))
