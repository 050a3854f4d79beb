/** A new version of the venue's rooms, classes and tariffs by one edit, or why there is none. Pure. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { RoomClass, RoomConfig, Tariff, VenueConfig } from '../venue-config.ts'
import { changesBetween, type Edit, seen } from './change.ts'
import { type ChangedVenue, savedHouse, savedPolicy } from './change-rules.ts'

export type VenueCommand = CommandOf<
  | 'SaveRoom'
  | 'PlaceRooms'
  | 'RemoveRoom'
  | 'SaveRoomClass'
  | 'RemoveRoomClass'
  | 'SaveTariff'
  | 'RemoveTariff'
  | 'SavePolicy'
  | 'SaveHouse'
>

/** `priced`: classes for which the menu has prices of their own. `sold`: what is on the menu. */
export function changedVenue(
  venue: VenueConfig,
  command: VenueCommand,
  priced: ReadonlySet<Id>,
  sold: ReadonlySet<Id>,
  newId: (prefix: string) => Id,
): ChangedVenue | Refusal {
  switch (command.type) {
    case 'SaveRoom':
      return savedRoom(venue, command, newId)
    case 'PlaceRooms':
      return placedRooms(venue, command)
    case 'RemoveRoom': {
      const room = venue.rooms.find(({ id }) => id === command.room)
      if (!room) return refuse('unknown', 'look-again', { about: command.room })
      return seen(room, command.rev) ?? withRoom(venue, room, undefined)
    }
    case 'SaveRoomClass':
      return savedClass(venue, command, newId)
    case 'RemoveRoomClass': {
      const roomClass = venue.classes.find(({ id }) => id === command.roomClass)
      if (!roomClass) return refuse('unknown', 'look-again', { about: command.roomClass })
      const used = [...venue.rooms, ...venue.tariffs].some(one => one.roomClass === roomClass.id)
      if (used || priced.has(roomClass.id)) return refuse('in-use', 'look-again', { about: roomClass.id })
      return seen(roomClass, command.rev) ?? withClass(venue, roomClass, undefined)
    }
    case 'SaveTariff':
      return savedTariff(venue, command, newId)
    case 'RemoveTariff': {
      const tariff = venue.tariffs.find(({ id }) => id === command.tariff)
      if (!tariff) return refuse('unknown', 'look-again', { about: command.tariff })
      return seen(tariff, command.rev) ?? withTariff(venue, tariff, undefined)
    }
    case 'SavePolicy':
      return savedPolicy(venue, command, sold)
    case 'SaveHouse':
      return savedHouse(venue, command)
    default:
      return assertNever(command)
  }
}

function savedRoom(
  venue: VenueConfig,
  { room: id, rev, fields }: CommandOf<'SaveRoom'>,
  newId: (prefix: string) => Id,
): ChangedVenue | Refusal {
  const room = venue.rooms.find(one => one.id === id)
  if (!room && id !== undefined) return refuse('unknown', 'look-again', { about: id })
  if (!venue.classes.some(one => one.id === fields.roomClass))
    return refuse('unknown', 'look-again', { about: fields.roomClass })
  // Staff call rooms by their names: two of one name would send somebody to the wrong door.
  if (venue.rooms.some(one => one !== room && one.name === fields.name)) return refuse('name-taken', 'choose-other')
  const at = room?.floor === fields.floor ? room.at : undefined
  const after = { id: room?.id ?? newId('r'), ...fields, ...(at && { at }) }
  return seen(room, rev) ?? withRoom(venue, room, after)
}

function placedRooms(venue: VenueConfig, { places }: CommandOf<'PlaceRooms'>): ChangedVenue | Refusal {
  const moves = new Map(places.map(place => [place.room, place]))
  for (const { room, rev } of places) {
    const found = venue.rooms.find(({ id }) => id === room)
    if (!found) return refuse('unknown', 'look-again', { about: room })
    const stale = seen(found, rev)
    if (stale) return stale
  }
  const rooms = venue.rooms.map(room => {
    const move = moves.get(room.id)
    return move ? { ...room, at: move.at, rev: (room.rev ?? 0) + 1 } : room
  })
  const cells = rooms.flatMap(({ floor, at }) => (at ? `${floor}/${at.x}/${at.y}` : []))
  if (new Set(cells).size < cells.length) return refuse('place-taken', 'choose-other')
  const plan = (of: readonly RoomConfig[]) =>
    Object.fromEntries(of.flatMap(({ name, at }) => (at ? [[name, `${at.x},${at.y}`]] : [])))
  const fields = changesBetween({ plan: plan(venue.rooms) }, { plan: plan(rooms) })
  return { venue: { ...venue, rooms }, edit: { of: 'venue', part: 'plan', id: 'plan', fields } }
}

function savedClass(
  venue: VenueConfig,
  { roomClass: id, rev, fields }: CommandOf<'SaveRoomClass'>,
  newId: (prefix: string) => Id,
): ChangedVenue | Refusal {
  const roomClass = venue.classes.find(one => one.id === id)
  if (!roomClass && id !== undefined) return refuse('unknown', 'look-again', { about: id })
  if (venue.classes.some(one => one !== roomClass && one.name.zhHans === fields.name.zhHans))
    return refuse('name-taken', 'choose-other')
  return seen(roomClass, rev) ?? withClass(venue, roomClass, { id: roomClass?.id ?? newId('k'), ...fields })
}

function savedTariff(
  venue: VenueConfig,
  { tariff: id, rev, fields }: CommandOf<'SaveTariff'>,
  newId: (prefix: string) => Id,
): ChangedVenue | Refusal {
  const tariff = venue.tariffs.find(one => one.id === id)
  if (!tariff && id !== undefined) return refuse('unknown', 'look-again', { about: id })
  if (!venue.classes.some(one => one.id === fields.roomClass))
    return refuse('unknown', 'look-again', { about: fields.roomClass })
  if (fields.bands.some(({ from, to }) => from >= to)) return refuse('bad-hours', 'choose-other')
  // By the hour there is no length, and a whole is not counted.
  if (fields.kind === 'timed' ? fields.minutes !== undefined : fields.step !== undefined) return refuse('malformed')
  return seen(tariff, rev) ?? withTariff(venue, tariff, { id: tariff?.id ?? newId('t'), ...fields })
}

const withRoom = (venue: VenueConfig, before: RoomConfig | undefined, after: RoomConfig | undefined): ChangedVenue => {
  const { all, edit } = replaced(venue.rooms, before, after)
  return { venue: { ...venue, rooms: all }, edit: { of: 'venue', part: 'room', ...edit } }
}

const withClass = (venue: VenueConfig, before: RoomClass | undefined, after: RoomClass | undefined): ChangedVenue => {
  const { all, edit } = replaced(venue.classes, before, after)
  return { venue: { ...venue, classes: all }, edit: { of: 'venue', part: 'class', ...edit } }
}

const withTariff = (venue: VenueConfig, before: Tariff | undefined, after: Tariff | undefined): ChangedVenue => {
  const { all, edit } = replaced(venue.tariffs, before, after)
  return { venue: { ...venue, tariffs: all }, edit: { of: 'venue', part: 'tariff', ...edit } }
}

/** Added at the end without `before`, removed without `after`. */
function replaced<T extends { readonly id: Id; readonly rev?: number }>(
  all: readonly T[],
  before: T | undefined,
  after: T | undefined,
): { readonly all: T[]; readonly edit: Pick<Edit, 'id' | 'fields' | 'gone'> } {
  const next = after && { ...after, rev: (before?.rev ?? 0) + 1 }
  return {
    all: before ? all.flatMap(one => (one === before ? (next ?? []) : one)) : [...all, ...(next ? [next] : [])],
    edit: {
      id: before?.id ?? after?.id ?? '',
      fields: changesBetween(before, next),
      ...(!after && { gone: true as const }),
    },
  }
}
