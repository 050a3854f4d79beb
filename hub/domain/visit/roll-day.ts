/** The cutover: what the night finished leaves the live state; the journal and the records keep it. */
import { claimMs } from '../check-in/claim.ts'
import { wantsCashier } from '../order/unticked.ts'
import { isPending, pendingOf } from '../request/pending.ts'
import type { State, Visit } from '../state.ts'

export function rollDay(state: State, day: string, at: number): void {
  state.day = day
  for (const [id, visit] of state.visits.entries()) {
    // What nobody answered for or keyed in yet must not vanish at six in the morning.
    if (visit.status === 'closed' && !isUnfinished(state, visit)) state.visits.delete(id)
    else state.visits.set(id, { ...visit, before: { ordered: visit.ordered, compTotal: visit.compTotal } })
  }
  for (const [id, order] of state.orders.entries()) if (!state.visits.has(order.visit)) state.orders.delete(id)
  for (const [id, request] of state.requests.entries()) {
    const { about } = request
    const over = 'visit' in about ? !state.visits.has(about.visit) : !isPending(request)
    if (over) state.requests.delete(id)
  }
  for (const [id] of state.playlists.entries()) if (!state.visits.has(id)) state.playlists.delete(id)
  // A code that changes must not count twice for lying on either side of six in the morning.
  for (const [id, { status, codeStep, at: since }] of state.checkIns.entries())
    if (status !== 'waiting' && (codeStep === undefined || at - since > codeLifeMs)) state.checkIns.delete(id)
  for (const [id, { status }] of state.reservations.entries()) if (status !== 'held') state.reservations.delete(id)
  for (const [kiosk] of state.kioskTrouble.entries()) state.kioskTrouble.delete(kiosk)
  for (const [claim, { since = 0 }] of state.claims.entries()) if (at - since > claimMs) state.claims.delete(claim)
  for (const [key] of state.comps.entries()) if (periodOf(key) < day) state.comps.delete(key)
}

const isUnfinished = (state: State, visit: Visit): boolean =>
  pendingOf(state, visit).length > 0 ||
  visit.orders.some(id => {
    const order = state.orders.get(id)
    return order !== undefined && wantsCashier(order)
  })
/** Longer than any code is accepted. */
const codeLifeMs = 5 * 60_000

/** Keys are `staff/period`, a period being a business day. */
const periodOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)
