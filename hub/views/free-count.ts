/**
 * How many rooms the lobby may speak of to strangers: those that are ready, less what bookings will need by now. What is only
 * proposed to somebody who waits is counted: it may yet become another's.
 */
import { heldAt } from '../domain/reservation/window.ts'
import type { Reservation, Room } from '../domain/state.ts'
import type { ReadTable } from '../domain/table.ts'
import { isReady, keptBack } from '../domain/visit/free-rooms.ts'
import type { Touched, ViewContext } from './context.ts'
import { createTally } from './tally.ts'

/** A room that nothing was ever said of is free. */
const tallyTaken = createTally<Room>(1, room => [isReady(room) ? 0 : 1])

/** Since it was counted last; `'all'` and `'clock'`: what is held is looked up anew. */
export type CountedSince = Touched | 'all' | 'clock'

export function freeCount(context: ViewContext, touched: CountedSince): number {
  const { state, venue } = context
  const rooms = touched === 'all' ? 'all' : touched === 'clock' ? nothing : touched.tables.rooms
  const [taken = 0] = tallyTaken(state.rooms, rooms)
  const anew = typeof touched === 'string' || touched.tables.reservations.size > 0
  return venue.rooms.length - taken - keptBack(state, venue, heldNow(context, anew))
}

const nothing: ReadonlySet<string> = new Set()

const known = new WeakMap<ReadTable<Reservation>, readonly Reservation[]>()

/** What is booked is gone through when it changes and every minute, not for every room that is cleaned. */
function heldNow({ state, now }: ViewContext, anew: boolean): readonly Reservation[] {
  const before = anew ? undefined : known.get(state.reservations)
  if (before) return before
  const held = heldAt(state, now)
  known.set(state.reservations, held)
  return held
}
