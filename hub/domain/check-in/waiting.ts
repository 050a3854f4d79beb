/** Check-ins that nobody has seated yet. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { CheckIn, ReadState } from '../state.ts'

type Tables = Pick<ReadState, 'checkIns'>

/** The check-in a command is about, if it still waits; else why nothing can be done with it. */
export function waitingCheckIn(state: Tables, id: Id): CheckIn | Refusal {
  const checkIn = state.checkIns.get(id)
  if (!checkIn) return refuse('unknown', 'look-again', { about: id })
  return checkIn.status === 'waiting' ? checkIn : refuse('already-done', 'look-again', { about: id })
}

export const waitingOf = (state: Tables, member: Id): CheckIn | undefined =>
  latest(state, checkIn => checkIn.status === 'waiting' && checkIn.member === member)

/** The newest check-in of which `is` holds. */
export function latest(state: Tables, is: (checkIn: CheckIn) => boolean): CheckIn | undefined {
  let found: CheckIn | undefined
  for (const checkIn of state.checkIns.values()) if (is(checkIn)) found = checkIn
  return found
}
