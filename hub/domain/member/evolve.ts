/** Who asked to leave, until it is done or they stay; and who turned out to be somebody known. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { State } from '../state.ts'
import type { MemberEvent } from './events.ts'
import { evolveMerge } from './merge.ts'

export function evolveMember(state: State, event: MemberEvent, { at }: LineMeta): void {
  switch (event.type) {
    case 'LeaveAsked':
      return state.leaving.set(event.member, { at })
    case 'MembersMerged':
      return evolveMerge(state, event)
    case 'LeaveWithdrawn':
    case 'MemberErased':
      return state.leaving.delete(event.member)
    default:
      return assertNever(event)
  }
}
