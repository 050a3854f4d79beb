/**
 * 还要吗, in another room: a tap that the Wi-Fi held back until its party had moved, and that is too old to count unasked, or was
 * refused. The panel on which it was tapped is not theirs any more, so the one in front of them asks.
 */
import type { Command, CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import type { PassedOn, Visit } from '../state.ts'

/** Nobody reads through more; a panel keeps no more than an evening's. */
const most = 20

/** Nothing where there is nothing to ask: they are still in that room, or a song was to be skipped that is over. */
export function passOn(visit: Visit, room: Id, command: Command, tappedAt: number, tap: Id): readonly Event[] {
  if (visit.room === room || (command.type !== 'PlaceOrder' && command.type !== 'CallService')) return []
  return [{ type: 'TapPassedOn', visit: visit.id, tap, tappedAt, command }]
}

export function answerPassedOn({ taps }: CommandOf<'AnswerPassedOn'>, { visit }: Meta): Decision {
  if (!visit) return refuse('visit-closed')
  const known = (visit.passedOn ?? []).map(({ tap }) => tap)
  const answered = taps.filter(tap => known.includes(tap))
  if (answered.length === 0) return already
  return { events: [{ type: 'PassedOnAnswered', visit: visit.id, taps: answered }] }
}

export const withPassedOn = (before: readonly PassedOn[], event: EventOf<'TapPassedOn'>): readonly PassedOn[] =>
  [...before, { tap: event.tap, tappedAt: event.tappedAt, command: event.command }].slice(-most)
