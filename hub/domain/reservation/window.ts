/** When a reservation holds something: from two hours before its party is expected until it is honoured, cancelled or released. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState, Reservation } from '../state.ts'

const leadMs = 2 * 60 * 60_000

/** The reservations that hold something of the house at `at`, earliest arrival first. */
export const heldAt = (state: Pick<ReadState, 'reservations'>, at: number): readonly Reservation[] =>
  [...state.reservations.values()].filter(reservation => isInWindow(reservation, at)).sort(byArrival)

/** Those whose parties may come now: who is late after all who are not. */
export const expectedAt = (state: Pick<ReadState, 'reservations'>, at: number): readonly Reservation[] => [
  ...heldAt(state, at),
  ...[...state.reservations.values()].filter(one => one.status === 'released').sort(byArrival),
]

const byArrival = (a: Reservation, b: Reservation): number => a.arrivesAt - b.arrivesAt || (a.id < b.id ? -1 : 1)

const isInWindow = (reservation: Reservation, at: number): boolean =>
  reservation.status === 'held' && at >= beginsAt(reservation)

/** How many promises of `roomClass`, besides `own`, hold at the busiest moment of `wish`. */
export function mostAtOnce(
  state: Pick<ReadState, 'reservations'>,
  roomClass: Id,
  wish: Span,
  own: Id | undefined,
): number {
  const others = [...state.reservations.values()].filter(
    other => other.status === 'held' && other.roomClass === roomClass && other.id !== own && clash(other, wish),
  )
  const moments = [wish, ...others].map(beginsAt).filter(moment => moment >= beginsAt(wish))
  return Math.max(
    ...moments.map(moment => others.filter(other => beginsAt(other) <= moment && moment < other.heldUntil).length),
  )
}

interface Span {
  readonly arrivesAt: number
  readonly heldUntil: number
}

const beginsAt = ({ arrivesAt }: Span): number => arrivesAt - leadMs

/** Two promises of one room overlap: their parties would be expected at the same time. */
const clash = (a: Span, b: Span): boolean => beginsAt(a) < b.heldUntil && beginsAt(b) < a.heldUntil

/** The rooms that others than `own` are promised and come to before `until`: whoever sits there until then sits in their way. */
export function expectedBefore(
  { reservations }: Pick<ReadState, 'reservations'>,
  until: number,
  own: Id | undefined,
): ReadonlySet<Id> {
  const rooms = new Set<Id>()
  for (const { room, status, id, arrivesAt } of reservations.values())
    if (room !== undefined && status === 'held' && id !== own && arrivesAt < until) rooms.add(room)
  return rooms
}

/** Somebody else than `own` is promised this room at overlapping hours. */
export function isPromised(
  { reservations }: Pick<ReadState, 'reservations'>,
  room: Id,
  wish: Span,
  own: Id | undefined,
): boolean {
  for (const other of reservations.values())
    if (other.room === room && other.status === 'held' && other.id !== own && clash(other, wish)) return true
  return false
}
