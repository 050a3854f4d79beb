/** The reservation a command is about, if it still holds something; else why nothing can be done with it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { ReadState, Reservation } from '../state.ts'

export function heldReservation(state: Pick<ReadState, 'reservations'>, id: Id): Reservation | Refusal {
  const reservation = state.reservations.get(id)
  if (!reservation) return refuse('unknown', 'look-again', { about: id })
  return reservation.status === 'held' ? reservation : refuse('already-done', 'look-again', { about: id })
}
