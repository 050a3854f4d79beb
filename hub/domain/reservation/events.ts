/** Facts of rooms promised. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/** What was promised to whom. */
export interface RoomPromise {
  readonly member?: Id
  /** Key of the name in the texts: the guest's, or what the member is called tonight. */
  readonly text?: Id
  /** Key of the guest's phone number in the texts. */
  readonly phone?: Id
  /** Keyed hash of that number, by which the kiosk finds what is promised. */
  readonly contact?: string
  /** Key of the note in the texts. */
  readonly note?: Id
  readonly party: number
  readonly arrivesAt: number
  readonly heldUntil: number
  readonly roomClass: Id
  readonly room?: Id
  readonly deposit: boolean
  readonly booker?: Id
  readonly discreet: boolean
}

export type LostPromise = Pick<RoomPromise, 'arrivesAt' | 'party' | 'roomClass' | 'room' | 'deposit' | 'booker'>

export type ReservationEvent =
  | ({ type: 'Reserved'; reservation: Id } & RoomPromise)
  /** All of it, as it holds from now on. */
  | ({ type: 'ReservationAmended'; reservation: Id } & RoomPromise)
  /** `was`: what nobody came for, told of the night without asking the one on which it was agreed. */
  | { type: 'ReservationCancelled'; reservation: Id; was?: LostPromise }
  | { type: 'ReservationReleased'; reservation: Id; was?: LostPromise }
  | { type: 'ReservationHonoured'; reservation: Id; visit: Id }
