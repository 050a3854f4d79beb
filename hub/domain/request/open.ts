/** A call or a complaint is made: one of a kind is pending, and no complaint is ever swallowed. */
import type { Complaint, Service } from '../../../shared/protocol/words.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState, Request, Visit } from '../state.ts'
import { clocksOf } from './clocks.ts'
import type { RequestEvent } from './events.ts'
import { answerMsOf, escalated } from './pass-time.ts'
import { isSameKind, pendingOf } from './pending.ts'

export function openService(state: ReadState, service: Service, visit: Visit, meta: Meta): Decision {
  const what = { kind: 'service', service } as const
  const pending = pendingOf(state, visit).find(one => isSameKind(one.what, what))
  if (pending) return repeat(pending)
  const request = meta.id('r')
  const { answerMs, resolveMs } = clocksOf(visit, 'service', service, meta)
  const escalatesAt = meta.at + answerMs
  const resolveBy = meta.at + resolveMs
  return {
    events: [{ type: 'ServiceCalled', request, visit: visit.id, service, escalatesAt, resolveBy }],
    result: { request, times: 1 },
  }
}

export function openComplaint(state: ReadState, category: Complaint, visit: Visit, meta: Meta): Decision {
  const what = { kind: 'complaint', category } as const
  const pending = pendingOf(state, visit).filter(one => one.what.kind === 'complaint')
  const same = pending.find(one => isSameKind(one.what, what))
  if (same) return repeat(same)
  const [oldest] = pending
  if (oldest && pending.length >= complaintsPending) return urge(oldest, meta)
  const request = meta.id('r')
  const { answerMs, resolveMs } = clocksOf(visit, 'complaint', category, meta)
  const complained: RequestEvent = {
    type: 'Complained',
    request,
    visit: visit.id,
    category,
    escalatesAt: meta.at + answerMs,
    resolveBy: meta.at + resolveMs,
    // Whom it is about is not whom it is for.
    ...(category === 'service' && visit.attendant !== undefined && { attendant: visit.attendant }),
  }
  return { events: [complained], result: { request, times: 1 } }
}

/** 已催. */
export function repeat({ id, times }: Request): Decision {
  const more = Math.min(times + 1, mostTimes)
  const repeated: RequestEvent = { type: 'RequestRepeated', request: id, times: more }
  return { events: more === times ? [] : [repeated], result: { request: id, times: more } }
}

const mostTimes = 99
/** A party with so many open complaints does not need one more, but somebody higher. */
const complaintsPending = 5

function urge(oldest: Request, { at, venue }: Meta): Decision {
  const repeated: RequestEvent = { type: 'RequestRepeated', request: oldest.id, times: oldest.times + 1 }
  return {
    events: [repeated, ...escalated(oldest, at, answerMsOf(oldest, venue.policy))],
    result: { request: oldest.id, times: oldest.times + 1 },
  }
}
