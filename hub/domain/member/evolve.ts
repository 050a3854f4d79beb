/** Who asked to leave, until it is done or they stay; and who turned out to be somebody known. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
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
      return state.leaving.delete(event.member)
    case 'MemberErased':
      state.leaving.delete(event.member)
      forgetEarly(state, event.member)
      return disown(state, event.member)
    default:
      return assertNever(event)
  }
}

/** What they gave up stands on the shelf all the same, as nobody's, not even of who holds its label. */
function disown({ keeps }: State, gone: Id): void {
  for (const keep of [...keeps.values()]) {
    const { member, ...rest } = keep
    if (member === gone) keeps.set(keep.id, { ...rest, givenUp: true })
  }
}

/** They went before the others, and nobody is to write this night down for them any more. */
function forgetEarly({ visits }: State, gone: Id): void {
  for (const visit of [...visits.values()])
    if (visit.left?.includes(gone)) visits.set(visit.id, { ...visit, left: visit.left.filter(one => one !== gone) })
}
