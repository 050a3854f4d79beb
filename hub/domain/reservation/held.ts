/** The reservation a command is about, if its party may still come; else why nothing can be done with it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { ReadState, Reservation } from '../state.ts'

/** Kept too long it holds no room any more, but whoever is late is still the one who was promised it. Until the day ends. */
export const mayCome = ({ status }: Reservation): boolean => status === 'held' || status === 'released'

export function openReservation(state: Pick<ReadState, 'reservations'>, id: Id): Reservation | Refusal {
  const reservation = state.reservations.get(id)
  if (!reservation) return refuse('unknown', 'look-again', { about: id })
  return mayCome(reservation) ? reservation : refuse('already-done', 'look-again', { about: id })
}
