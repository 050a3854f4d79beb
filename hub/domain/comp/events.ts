/** Facts of what the house gives away. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CompKind, CompReason } from '../../../shared/protocol/words.ts'

export type CompEvent = CompGiven | CompTakenBack

interface Worth {
  comp: Id
  visit: Id
  kind: CompKind
  item?: Id
  qty?: number
  /** Minor units; the list price with a gift. Counted in the giver's quota of `period`. */
  amount: number
  /** The quota period that held: a business day. */
  period: string
  by: Id
}

type CompGiven = Worth & { type: 'CompGiven'; reason: CompReason; request?: Id; second?: Id }

/** Nothing of it was had: the bar did not have it, or somebody had slipped. The quota of `of` has it again. */
type CompTakenBack = Worth & { type: 'CompTakenBack'; of: Id }
