/** Whom no other party can have tonight, and who was at a friend's table and may have left it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState } from '../state.ts'

/** Whoever leads a party that is here; `into`: nobody joins twice. */
export function isBound({ present, visits }: Pick<ReadState, 'present' | 'visits'>, member: Id, into?: Id): boolean {
  const there = present.get(member)
  return there !== undefined && (there === into || visits.get(there)?.host === member)
}
