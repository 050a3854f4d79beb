/** Facts of what guests thought. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Face, Factor } from '../../../shared/protocol/words.ts'

export type FeedbackEvent = {
  type: 'FeedbackGiven'
  visit: Id
  guest: number
  face: Face
  factors: readonly Factor[]
  /** Within 60 s of a delivery: flagged, because somebody may have asked for it at the table. */
  afterDelivery: boolean
  /** What the house gives for it: the visit's first. */
  reward?: Id
}
