/** Members who asked to leave. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LeavingView } from '../../../shared/protocol/views/console.ts'
import type { ViewContext } from '../context.ts'

export function leavingView(context: ViewContext, member: Id): LeavingView | undefined {
  const asked = context.state.leaving.get(member)
  const called = context.member(member)?.member.called
  return asked && called !== undefined ? { member, called, at: asked.at } : undefined
}
