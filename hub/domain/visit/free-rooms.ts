/** Which rooms can be given to a party now, and which one to propose. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import { heldAt } from '../reservation/window.ts'
import type { ReadState, Reservation } from '../state.ts'
import type { RoomClass, RoomConfig, VenueConfig } from '../venue-config.ts'

export interface Wish {
  readonly party: number
  readonly tier?: Tier
  /** What was promised to this very party; it holds nothing against itself. */
  readonly reservation?: Reservation
  /** The check-in the room is for: what it was offered before is not taken by it. */
  readonly checkIn?: Id
}

type Rooms = Pick<ReadState, 'rooms' | 'reservations' | 'checkIns'>

/**
 * Clean rooms that nobody is in, that are promised to nobody else and offered to nobody else, and that hold the party;
 * the best first: the promised room, the promised class, then the smallest that fits (for the black tier the finest).
 */
export function freeRooms(state: Rooms, venue: VenueConfig, at: number, wish: Wish): readonly RoomConfig[] {
  const classes = new Map(venue.classes.map(one => [one.id, one]))
  const capacity = (room: RoomConfig) => classes.get(room.roomClass)?.capacity ?? 0
  const offered = offeredToOthers(state, wish.checkIn)
  const spare = spareRooms(state, venue, at, wish.reservation?.id)
  return spare
    .filter(room => capacity(room) >= wish.party && !offered.has(room.id))
    .map((room, index) => ({ room, index }))
    .sort((a, b) => preference(a.room, b.room, wish, classes) || a.index - b.index)
    .map(({ room }) => room)
}

/** The one to propose; undefined when nothing fits: the desk decides. */
export const offerFor = (state: Rooms, venue: VenueConfig, at: number, wish: Wish): Id | undefined =>
  freeRooms(state, venue, at, wish)[0]?.id

export const isReady = (state: Pick<ReadState, 'rooms'>, room: Id): boolean => {
  const { condition, visit } = state.rooms.get(room) ?? { condition: 'ready' }
  return condition === 'ready' && visit === undefined
}

/** Whether this room is ready and nobody but `own` is waited for in it. */
export const isSpare = (state: Rooms, venue: VenueConfig, at: number, room: Id, own: Id | undefined): boolean =>
  spareRooms(state, venue, at, own).some(({ id }) => id === room)

/** Ready rooms less those promised: by name, and as many of a class as were promised of it without naming a room. */
function spareRooms(state: Rooms, venue: VenueConfig, at: number, own: Id | undefined): readonly RoomConfig[] {
  const promises = heldAt(state, at).filter(reservation => reservation.id !== own)
  const named = new Set(promises.map(reservation => reservation.room))
  const ready = venue.rooms.filter(room => isReady(state, room.id) && !named.has(room.id))
  const full = new Set(
    venue.classes
      .map(({ id }) => id)
      .filter(id => {
        const promised = promises.filter(one => one.room === undefined && one.roomClass === id).length
        return promised > 0 && ready.filter(room => room.roomClass === id).length <= promised
      }),
  )
  return ready.filter(room => !full.has(room.roomClass))
}

function offeredToOthers(state: Rooms, own: Id | undefined): ReadonlySet<Id> {
  const offered = new Set<Id>()
  for (const { id, status, offer } of state.checkIns.values())
    if (status === 'waiting' && id !== own && offer !== undefined) offered.add(offer)
  return offered
}

function preference(a: RoomConfig, b: RoomConfig, wish: Wish, classes: ReadonlyMap<Id, RoomClass>): number {
  const { reservation, tier } = wish
  const promisedRoom = rank(b.id === reservation?.room) - rank(a.id === reservation?.room)
  const promisedClass = rank(b.roomClass === reservation?.roomClass) - rank(a.roomClass === reservation?.roomClass)
  if (promisedRoom !== 0) return promisedRoom
  if (promisedClass !== 0) return promisedClass
  const smallerFirst = size(a, classes) - size(b, classes)
  const cheaperFirst = (classes.get(a.roomClass)?.minimumSpend ?? 0) - (classes.get(b.roomClass)?.minimumSpend ?? 0)
  return tier === 'black' ? -cheaperFirst || -smallerFirst : smallerFirst || cheaperFirst
}

const rank = (yes: boolean): number => (yes ? 1 : 0)
const size = (room: RoomConfig, classes: ReadonlyMap<Id, RoomClass>): number =>
  classes.get(room.roomClass)?.capacity ?? 0
