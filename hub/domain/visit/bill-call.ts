/** The guests' 买单: who takes the money has answered it, and who takes that back has it in hand. */
import type { Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { isPending, pendingOf } from '../request/pending.ts'
import type { ReadState, Request, Visit } from '../state.ts'

/** Else it rings on, and goes up to the manager, in a room that has paid. */
export function billAnswered(state: ReadState, visit: Visit, { by, at, venue }: Meta): readonly Event[] {
  if (by.kind !== 'staff') return []
  const { staff } = by
  const confirmBy = at + venue.policy.confirmLapsesMs
  return pendingOf(state, visit)
    .filter(isForBill)
    .map((request): Event => ({ type: 'RequestResolved', request: request.id, staff, outcome: 'done', confirmBy }))
}

/** What the settling answered, where the guests neither said that it was well nor called anew. */
export function billTakenUp(state: ReadState, visit: Visit, { by, at, venue }: Meta): readonly Event[] {
  if (by.kind !== 'staff') return []
  const { staff } = by
  const lapsesAt = at + venue.policy.takeLapsesMs
  const calls = visit.requests.flatMap(id => state.requests.get(id) ?? []).filter(isForBill)
  if (calls.some(isPending)) return []
  return calls
    .filter(({ status }) => status === 'resolved' || status === 'unconfirmed')
    .filter(({ resolvedAt }) => resolvedAt === visit.settledAt)
    .map((request): Event => ({ type: 'RequestResumed', request: request.id, staff, lapsesAt }))
}

const isForBill = ({ what }: Request): boolean => what.kind === 'service' && what.service === 'bill'
