/** Facts of what the house gives away. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CompKind, CompReason } from '../../../shared/protocol/words.ts'

export type CompEvent = CompGiven | CompTakenBack

interface CompGiven {
  type: 'CompGiven'
  comp: Id
  visit: Id
  kind: CompKind
  item?: Id
  qty?: number
  /** Minor units; the list price with a gift. Counted in the giver's quota of `period`. */
  amount: number
  reason: CompReason
  request?: Id
  by: Id
  second?: Id
  /** The quota period that held: a business day. */
  period: string
}

/** Nothing of it was had: the bar did not have it, or somebody had slipped. */
interface CompTakenBack {
  type: 'CompTakenBack'
  comp: Id
  visit: Id
  kind: CompKind
  item?: Id
  qty?: number
  /** As it was given; the quota of `of` in `period` has it again. */
  amount: number
  of: Id
  period: string
  by: Id
}
