/** A phone's claim of a kiosk's ticket: who photographs the QR in the lobby checks in once and may be wrong a few times. */
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { LineMeta } from '../decision.ts'
import type { Principal } from '../principal.ts'
import type { ReadState, State } from '../state.ts'

/** How long a phone may say something after it claimed a ticket, ms. */
export const claimMs = 20 * 60_000
const failuresAllowed = 5
/** A guest who looks and changes their mind makes a dozen. */
const factsAllowed = 60

/** Each line of the journal that a phone wrote counts: whoever stands at the entrance with a script fills no disk. */
export function noticePhone(state: State, { at, by }: LineMeta): void {
  if (!by.phone || by.device === undefined) return
  const { since = at, facts = 0, ...claim } = state.claims.get(by.device) ?? { checkedIn: false, failures: 0 }
  state.claims.set(by.device, { ...claim, since, facts: facts + 1 })
}

/** Why nothing more of this phone's is written down; undefined for everybody else. Ask before anything is written for it. */
export function refuseMore({ claims }: Pick<ReadState, 'claims'>, by: Principal): Refusal | undefined {
  const { facts = 0 } = (by.kind === 'phone' && claims.get(by.claim)) || {}
  return facts >= factsAllowed ? refuse('please-wait', 'call-staff') : undefined
}

/** Why this phone may try no more; undefined for everybody else. Ask before anything is written for it, and again to decide. */
export function refuseClaim({ claims }: Pick<ReadState, 'claims'>, by: Principal): Refusal | undefined {
  const claim = by.kind === 'phone' ? claims.get(by.claim) : undefined
  if (claim?.checkedIn) return refuse('already-done')
  return claim && claim.failures >= failuresAllowed ? refuse('please-wait', 'call-staff') : undefined
}
