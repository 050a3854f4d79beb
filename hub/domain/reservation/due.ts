/** A room is held until the hour that was agreed, and no longer; but while its party stands in the lobby it is theirs. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Reservation } from '../state.ts'

export interface DueReservation {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'ReleaseReservation'>
}

export const dueReservation = (reservation: Reservation | undefined): DueReservation | undefined =>
  reservation?.status === 'held' && reservation.inLobby.length === 0
    ? { at: reservation.heldUntil, command: { type: 'ReleaseReservation', reservation: reservation.id } }
    : undefined
