/** Undo of a dismissal: whoever was sent away by a slip of the finger waits again. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { waitingOf } from './waiting.ts'

/** By the tap's time. */
export function restore(state: ReadState, id: Id, { at, tappedAt, venue }: Meta): Decision {
  const checkIn = state.checkIns.get(id)
  if (!checkIn) return refuse('unknown', 'look-again', { about: id })
  const { status, dismissedAt, member } = checkIn
  if (status === 'waiting') return already
  // They touched their card again, or went to their room another way.
  const here = member !== undefined && (waitingOf(state, member) !== undefined || state.present.has(member))
  if (status !== 'dismissed' || dismissedAt === undefined || here)
    return refuse('already-done', 'look-again', { about: id })
  if (Math.min(tappedAt, at) - dismissedAt > venue.policy.undoTakeMs) return refuse('undo-over')
  return { events: [{ type: 'CheckInRestored', checkIn: id }] }
}
