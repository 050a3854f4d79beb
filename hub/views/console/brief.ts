/** A member as a person on duty needs them: what never to offer, how to say the name, what happened last time. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { BriefView } from '../../../shared/protocol/views/console.ts'
import type { MemberFacts, PastVisit } from '../../domain/member/member.ts'
import type { ViewContext } from '../context.ts'

/** Undefined while the member's record is not in memory. Never the real name, phone, birthday or spend. */
export function briefView(context: ViewContext, id: Id): BriefView | undefined {
  const facts = context.member(id)
  return facts && briefOf(facts)
}

export function briefOf({ member, history }: MemberFacts): BriefView {
  const { id, called, say, tier, taboos, tastes, accountManager, discreet, blocked } = member
  const last = history.visits.at(-1)
  return {
    id,
    called,
    tier,
    taboos,
    tastes,
    discreet,
    ...(blocked && { blocked: true as const }),
    ...(say !== undefined && { say }),
    ...(accountManager !== undefined && { accountManager }),
    ...(last && { last: lastTime(last) }),
  }
}

const lastTime = ({ at, drunk, complaint }: PastVisit): NonNullable<BriefView['last']> => ({
  at,
  drunk: drunk.map(({ item }) => item),
  ...(complaint && { complaint }),
})
