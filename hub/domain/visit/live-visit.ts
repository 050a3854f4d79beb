/** The visit a command is about, if anything can still be done with it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { ReadState, Visit } from '../state.ts'

/** Open or settled: paid is not gone. */
export function liveVisit(state: Pick<ReadState, 'visits'>, id: Id): Visit | Refusal {
  const visit = state.visits.get(id)
  if (!visit) return refuse('unknown', 'look-again', { about: id })
  return visit.status === 'closed' ? refuse('visit-closed', 'look-again', { about: id }) : visit
}
