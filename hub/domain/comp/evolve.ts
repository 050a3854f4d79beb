/** What a gift makes of its visit and of the giver's quota. */
import type { LineMeta } from '../decision.ts'
import type { Comp, State } from '../state.ts'
import type { CompEvent } from './events.ts'
import { countInQuota } from './quota.ts'

export function evolveComp(state: State, event: CompEvent, { at }: LineMeta): void {
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
    at,
  }
  state.visits.set(visitId, { ...visit, comps: [...visit.comps, comp], compTotal: visit.compTotal + amount })
}
