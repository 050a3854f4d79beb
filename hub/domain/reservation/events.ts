/** Facts of rooms promised. */
import type { Id } from '../../../shared/protocol/primitives.ts'

export type ReservationEvent =
  | {
      type: 'Reserved'
      reservation: Id
      member?: Id
      /** Key of the name in the texts, when it is not a member's. */
      text?: Id
      party: number
      arrivesAt: number
      heldUntil: number
      roomClass: Id
      room?: Id
      deposit: boolean
      booker?: Id
      discreet: boolean
    }
  | { type: 'ReservationCancelled'; reservation: Id }
  | { type: 'ReservationReleased'; reservation: Id }
  | { type: 'ReservationHonoured'; reservation: Id; visit: Id }
