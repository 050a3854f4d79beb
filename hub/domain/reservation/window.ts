/** When a reservation counts: from two hours before its party is expected until it is honoured, cancelled or released. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState, Reservation } from '../state.ts'

const leadMs = 2 * 60 * 60_000

export const isInWindow = (reservation: Reservation, at: number): boolean =>
  reservation.status === 'held' && at >= reservation.arrivesAt - leadMs

/** The reservations that hold something of the house at `at`, earliest arrival first. */
export const heldAt = (state: Pick<ReadState, 'reservations'>, at: number): readonly Reservation[] =>
  [...state.reservations.values()]
    .filter(reservation => isInWindow(reservation, at))
    .sort((a, b) => a.arrivesAt - b.arrivesAt || (a.id < b.id ? -1 : 1))

/** The reservation that keeps this very room for somebody else than `except`. */
export const holderOf = (
  state: Pick<ReadState, 'reservations'>,
  room: Id,
  at: number,
  except?: Id,
): Reservation | undefined =>
  heldAt(state, at).find(reservation => reservation.room === room && reservation.id !== except)

/** Two promises of one room overlap: their parties would be expected at the same time. */
export const clash = (
  a: { readonly arrivesAt: number; readonly heldUntil: number },
  b: { readonly arrivesAt: number; readonly heldUntil: number },
): boolean => a.arrivesAt - leadMs < b.heldUntil && b.arrivesAt - leadMs < a.heldUntil
