/** What one person may give away in one period: gifts, reductions and returns after delivery share it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import type { Meta } from '../decision.ts'
import type { ReadState, State } from '../state.ts'

/** Refuses what is over; the thing that is being given counts. */
export function checkQuota(state: ReadState, staff: Id, role: Role, amount: number, meta: Meta): Refusal | undefined {
  return amount > quotaLeft(state, staff, role, meta) ? refuse('over-quota', 'ask-manager') : undefined
}

/** Minor units that are left to give, never below 0; `period` is a business day. */
export function quotaLeft(
  state: ReadState,
  staff: Id,
  role: Role,
  { venue, day }: Pick<Meta, 'venue' | 'day'>,
): number {
  return Math.max(0, venue.policy.compQuota[role] - given(state, staff, day))
}

export const countInQuota = (state: State, staff: Id, period: string, amount: number): void =>
  state.comps.set(quotaKey(staff, period), given(state, staff, period) + amount)

const given = (state: ReadState, staff: Id, period: string): number => state.comps.get(quotaKey(staff, period)) ?? 0
const quotaKey = (staff: Id, period: string): string => `${staff}/${period}`
