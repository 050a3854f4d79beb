/** What a random move finds: things of the house, picked by its numbers. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Event } from '../../domain/events.ts'
import { venue } from '../../domain/fixture.testing.ts'
import type { CheckIn, Order, Playlist, Request, Reservation, State, Visit } from '../../domain/state.ts'
import type { House } from '../house.testing.ts'
import { secretMembers } from './secrets.testing.ts'

export interface Scene {
  readonly state: State
  readonly at: number
  readonly a: number
  readonly b: number
  readonly flag: boolean
  /** A new id. */
  readonly id: (prefix: string) => Id
  /** Keeps a guest's words; the answer is their key. */
  readonly says: (words: string) => Id
  /** Open or settled. */
  readonly visit: Visit | undefined
  readonly other: Visit | undefined
  readonly playlist: Playlist | undefined
  readonly order: Order | undefined
  readonly request: Request | undefined
  readonly checkIn: CheckIn | undefined
  readonly reservation: Reservation | undefined
  readonly room: Id
  readonly freeRoom: Id | undefined
  readonly member: Id
  /** A member who is in no room. */
  readonly absent: Id | undefined
  readonly staff: Id
  readonly item: Id
  readonly kiosk: Id
}

/** Undefined: nothing of the kind can happen here. */
export type Make = (scene: Scene) => Event | undefined

export function sceneOf(house: House, { a, b, flag }: { a: number; b: number; flag: boolean }, n: number): Scene {
  const { state, at } = house
  const live = [...state.visits.values()].filter(visit => visit.status !== 'closed')
  const visit = chosen(live, a)
  const free = venue.rooms.filter(({ id }) => state.rooms.get(id)?.visit === undefined)
  const members = [...secretMembers.keys()]
  return {
    state,
    at,
    a,
    b,
    flag,
    id: prefix => `${prefix}${n}`,
    says: words => {
      house.texts.set(`x${n}`, words)
      return `x${n}`
    },
    visit,
    other: chosen(
      live.filter(one => one !== visit),
      b,
    ),
    playlist: visit && state.playlists.get(visit.id),
    order: chosen([...state.orders.values()], a),
    request: chosen(
      [...state.requests.values()].filter(({ status }) => status !== 'withdrawn'),
      a,
    ),
    checkIn: chosen([...state.checkIns.values()], a),
    reservation: chosen([...state.reservations.values()], a),
    room: chosen(venue.rooms, a)?.id ?? '',
    freeRoom: chosen(free, b)?.id,
    member: chosen(members, b) ?? '',
    absent: chosen(
      members.filter(id => !state.present.has(id)),
      b,
    ),
    staff: chosen(['lily', 'chen', 'mei', 'huang'], b) ?? '',
    item: chosen(['beer', 'tea', 'whisky', 'peanut-milk', 'beer-tower'], b) ?? '',
    kiosk: a % 2 === 0 ? 'kiosk1' : 'kiosk2',
  }
}

export const chosen = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
