/** Somebody comes: by which way, and what they are answered. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInWay, WrittenLocale } from '../../../shared/protocol/words.ts'
import type { Meta } from '../decision.ts'
import type { CheckIn, Reservation } from '../state.ts'

export interface Arrival {
  readonly how: CheckInWay
  readonly kiosk?: Id
  readonly credential?: string
  readonly codeStep?: number
  readonly party?: number
  readonly language?: WrittenLocale
  /** False: no room is proposed before somebody looked. */
  readonly offers?: boolean
  readonly enrolled?: true
  /** Somebody named it; none else is meant, however early they come. */
  readonly reservation?: Reservation
}

/** What the lobby is told: never a room. `free` once the party's size is known. */
export const resultOf = ({ id, party, offer, joins }: Pick<CheckIn, 'id' | 'party' | 'offer' | 'joins'>) => ({
  checkIn: id,
  ...(party !== undefined && joins === undefined && { free: offer !== undefined }),
})

/** The kiosk at which it happens: a reader and a phone belong to one. */
export function kioskOf({ by }: Pick<Meta, 'by'>): Id | undefined {
  if (by.kind === 'kiosk') return by.device
  return by.kind === 'reader' || by.kind === 'phone' ? by.kiosk : undefined
}
