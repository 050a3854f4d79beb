/** Which rooms can be given to a party now, and which one to propose. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import { expectedBefore, heldAt } from '../reservation/window.ts'
import { roomOf } from '../room-of.ts'
import type { ReadState, Reservation, Room } from '../state.ts'
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
 * Whether a party that sits in `room` until `until` sits in the way of others than `own`: of who was promised this room, or of the
 * last one of its class that would be left for who was promised any. Who sits by the hour may be gone by then.
 */
export function isInTheWay(
  state: Pick<ReadState, 'rooms' | 'reservations' | 'visits'>,
  venue: VenueConfig,
  room: Id,
  until: number,
  own: Id | undefined,
): boolean {
  const named = expectedBefore(state, until, own)
  if (named.has(room)) return true
  const roomClass = roomOf(venue, room)?.roomClass
  const owed = [...state.reservations.values()].filter(
    one =>
      one.status === 'held' &&
      one.room === undefined &&
      one.roomClass === roomClass &&
      one.id !== own &&
      one.arrivesAt < until,
  )
  if (owed.length === 0) return false
  const first = Math.min(...owed.map(({ arrivesAt }) => arrivesAt))
  const left = venue.rooms.filter(other => {
    if (other.roomClass !== roomClass || other.id === room || named.has(other.id)) return false
    const { condition = 'ready', visit } = state.rooms.get(other.id) ?? {}
    const { endsAt = first } = (visit === undefined ? undefined : state.visits.get(visit)?.terms) ?? {}
    return condition !== 'out-of-order' && endsAt <= first
  })
  return left.length < owed.length
}

/**
 * Clean rooms that nobody is in, that are promised to nobody else and offered to nobody else, and that hold the party;
 * the best first: the promised room, the promised class, then the smallest that fits (for the black tier the finest), and of
 * those alike one that nobody else is expected in this night.
 */
export function freeRooms(state: Rooms, venue: VenueConfig, at: number, wish: Wish): readonly RoomConfig[] {
  const classes = new Map(venue.classes.map(one => [one.id, one]))
  const capacity = (room: RoomConfig) => classes.get(room.roomClass)?.capacity ?? 0
  const offered = offeredToOthers(state, wish.checkIn)
  const spare = spareRooms(state, venue, at, wish.reservation?.id)
  const wanted = expectedBefore(state, at + nightMs, wish.reservation?.id)
  return spare
    .filter(room => capacity(room) >= wish.party && !offered.has(room.id))
    .map((room, index) => ({ room, index: index + (wanted.has(room.id) ? spare.length : 0) }))
    .sort((a, b) => preference(a.room, b.room, wish, classes) || a.index - b.index)
    .map(({ room }) => room)
}

/** No party stays longer. */
const nightMs = 12 * 60 * 60_000

/** The one to propose; undefined when nothing fits: the desk decides. */
export const offerFor = (state: Rooms, venue: VenueConfig, at: number, wish: Wish): Id | undefined =>
  freeRooms(state, venue, at, wish)[0]?.id

/** Clean, and nobody is in it. */
export const isReady = ({ condition, visit }: Pick<Room, 'condition' | 'visit'>): boolean =>
  condition === 'ready' && visit === undefined

/** Whether this room is ready and nobody but `own` is waited for in it. */
export function isSpare(state: Rooms, venue: VenueConfig, at: number, room: Id, own: Id | undefined): boolean {
  const promised = promisedAt(state, at, own)
  const config = roomOf(venue, room)
  return (
    config !== undefined && isUnclaimed(state, promised, room) && hasSpare(state, venue, promised, config.roomClass)
  )
}

/** Ready rooms less those promised: by name, and as many of a class as were promised of it without naming a room. */
function spareRooms(state: Rooms, venue: VenueConfig, at: number, own: Id | undefined): readonly RoomConfig[] {
  const promised = promisedAt(state, at, own)
  const full = new Set([...promised.ofClass.keys()].filter(id => !hasSpare(state, venue, promised, id)))
  return venue.rooms.filter(({ id, roomClass }) => !full.has(roomClass) && isUnclaimed(state, promised, id))
}

/** How many of the rooms that are ready no stranger can have: what `held` names, and of each class as many as it needs. */
export function keptBack(state: Pick<ReadState, 'rooms'>, venue: VenueConfig, held: readonly Reservation[]): number {
  const promised = promisedBy(held)
  let kept = [...promised.rooms].filter(room => roomOf(venue, room) && isReady(state.rooms.get(room) ?? fresh)).length
  for (const [roomClass, owed] of promised.ofClass)
    kept += Math.min(owed, unclaimedOf(state, venue, promised, roomClass))
  return kept
}

interface Promised {
  readonly rooms: ReadonlySet<Id>
  /** Class → how many promises name no room. */
  readonly ofClass: ReadonlyMap<Id, number>
}

const promisedAt = (state: Rooms, at: number, own: Id | undefined): Promised =>
  promisedBy(heldAt(state, at).filter(({ id }) => id !== own))

function promisedBy(held: readonly Reservation[]): Promised {
  const rooms = new Set<Id>()
  const ofClass = new Map<Id, number>()
  for (const { room, roomClass } of held) {
    if (room !== undefined) rooms.add(room)
    else ofClass.set(roomClass, (ofClass.get(roomClass) ?? 0) + 1)
  }
  return { rooms, ofClass }
}

/** A room that nothing was ever said of. */
const fresh = { condition: 'ready' } as const

function isUnclaimed(state: Pick<ReadState, 'rooms'>, { rooms }: Pick<Promised, 'rooms'>, room: Id): boolean {
  return !rooms.has(room) && isReady(state.rooms.get(room) ?? fresh)
}

/** The house's other rooms are looked at only where somebody was promised one of this class. */
function hasSpare(state: Rooms, venue: VenueConfig, promised: Promised, roomClass: Id): boolean {
  const owed = promised.ofClass.get(roomClass) ?? 0
  return owed === 0 || unclaimedOf(state, venue, promised, roomClass) > owed
}

const unclaimedOf = (
  state: Pick<ReadState, 'rooms'>,
  { rooms }: VenueConfig,
  promised: Promised,
  roomClass: Id,
): number => rooms.filter(room => room.roomClass === roomClass && isUnclaimed(state, promised, room.id)).length

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
