/** How often check-ins failed at one kiosk lately, one after the other, and whether a person must come. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInFailure } from '../../../shared/protocol/words.ts'
import type { ReadState } from '../state.ts'

/** After so long without one, the next failure is a first one again: somebody else stands there. */
const forgottenAfterMs = 2 * 60_000

export function failuresAt(state: Pick<ReadState, 'kioskTrouble'>, kiosk: Id, at: number): number {
  const trouble = state.kioskTrouble.get(kiosk)
  return trouble && at - trouble.lastAt <= forgottenAfterMs ? trouble.failures : 0
}

/** No hand tries so often, but a scanner that is broken, or made to. */
const byHand = 10
/** From then on so seldom is one written down, ms: each is a line of the journal and of every console's feed. */
const floodEveryMs = 10_000

/** The last one was only just written down, of a good many. */
export function isFlood(state: Pick<ReadState, 'kioskTrouble'>, kiosk: Id, at: number): boolean {
  const trouble = state.kioskTrouble.get(kiosk)
  return trouble !== undefined && trouble.failures >= byHand && Math.abs(at - trouble.lastAt) < floodEveryMs
}

/** Trying again would lead to the same: these call at once, the others from the second time on. */
const onlyStaffCanHelp: ReadonlySet<CheckInFailure> = new Set([
  'blocked',
  'banned',
  'duplicate',
  'waiting',
  'already-in',
  'two-cards',
])

export const needsStaff = (failure: CheckInFailure, failures: number): boolean =>
  failures >= 2 || onlyStaffCanHelp.has(failure)
