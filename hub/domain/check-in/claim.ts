/** A phone's claim of a kiosk's ticket: who photographs the QR in the lobby checks in once and may be wrong a few times. */
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Principal } from '../principal.ts'
import type { ReadState } from '../state.ts'

const failuresAllowed = 5

/** Why this phone may try no more; undefined for everybody else. Ask before anything is written for it, and again to decide. */
export function refuseClaim({ claims }: Pick<ReadState, 'claims'>, by: Principal): Refusal | undefined {
  const claim = by.kind === 'phone' ? claims.get(by.claim) : undefined
  if (claim?.checkedIn) return refuse('already-done')
  return claim && claim.failures >= failuresAllowed ? refuse('please-wait', 'call-staff') : undefined
}
