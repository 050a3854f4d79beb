/** What a gift makes of its visit and of the giver's quota. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { Comp, State } from '../state.ts'
import type { CompEvent } from './events.ts'
import { countInQuota } from './quota.ts'

export function evolveComp(state: State, event: CompEvent, { at }: LineMeta): void {
  switch (event.type) {
    case 'CompGiven':
      return given(state, event, at)
    case 'CompTakenBack':
      return takenBack(state, event)
    default:
      return assertNever(event)
  }
}

function takenBack(state: State, { comp: id, visit: visitId, amount, of, period }: EventOf<'CompTakenBack'>): void {
  countInQuota(state, of, period, -amount)
  const visit = state.visits.get(visitId)
  if (!visit) return
  const comps = visit.comps.filter(({ comp }) => comp !== id)
  state.visits.set(visitId, { ...visit, comps, compTotal: visit.compTotal - amount })
}

function given(state: State, event: EventOf<'CompGiven'>, at: number): void {
  const { comp: id, visit: visitId, kind, item, qty, amount, reason, by, second, period } = event
  countInQuota(state, by, period, amount)
  const visit = state.visits.get(visitId)
  if (!visit) return
  const comp: Comp = {
    comp: id,
    kind,
    ...(item !== undefined && { item }),
    ...(qty !== undefined && { qty }),
    amount,
    reason,
    by,
    ...(second !== undefined && { second }),
    period,
    at,
  }
  state.visits.set(visitId, { ...visit, comps: [...visit.comps, comp], compTotal: visit.compTotal + amount })
}
