/** How long a call may wait for an answer, and until it should be done: by what it is and who is in the room. */
import type { Complaint, Service } from '../../../shared/protocol/words.ts'
import type { Meta } from '../decision.ts'
import type { Visit } from '../state.ts'

export interface RequestClocks {
  readonly answerMs: number
  readonly resolveMs: number
}

export function clocksOf(
  visit: Visit,
  kind: 'service' | 'complaint',
  category: Service | Complaint,
  { facts, venue: { policy } }: Meta,
): RequestClocks {
  const party = visit.host === undefined ? visit.members : [visit.host, ...visit.members]
  const tiers = party.flatMap(id => facts.members.get(id)?.member.tier ?? [])
  const own = policy.requestClocks.find(({ of }) => of === category)
  const vip = tiers.some(tier => policy.vipTiers.includes(tier))
  const ofTiers = policy.requestClocks.filter(({ of }) => tiers.some(tier => tier === of))
  const shortest = (base: number, forVip: number, theirs: readonly (number | undefined)[]) =>
    Math.min(base, vip ? forVip : base, ...theirs.flatMap(ms => ms ?? []))
  return {
    answerMs: shortest(
      own?.answerMs ?? policy.answerMs[kind],
      policy.answerMs.vip,
      ofTiers.map(({ answerMs }) => answerMs),
    ),
    resolveMs: shortest(
      own?.resolveMs ?? policy.resolveMs[kind],
      policy.resolveMs.vip,
      ofTiers.map(({ resolveMs }) => resolveMs),
    ),
  }
}
