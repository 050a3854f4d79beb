/** 不在这桌: a member who was put at the wrong table is not of this party. 先走了: one who went before the others was. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import { noteBookings } from '../reservation/evolve.ts'
import type { ReadState, Reservation, State, Visit } from '../state.ts'
import { liveVisit } from './live-visit.ts'
import { clearAway, usualAgain } from './prepare.ts'

/** What was laid ready may have been theirs: no screen at this table shows it any longer. */
export function leaveVisit(state: ReadState, command: CommandOf<'LeaveVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { id, discreet } = visit
  const { member, early } = command
  if (!visit.members.includes(member)) return refuse('already-done', 'look-again', { about: member })
  const rest = visit.members.filter(one => one !== member)
  return {
    events: [
      { type: 'MemberLeft', visit: id, member, ...(early && { early }) },
      ...(early ? [] : bookerGone(state, visit, member)),
      ...clearAway(state, id),
      ...(discreet || visit.status !== 'open' ? [] : [usualAgain(state, meta, id, rest)]),
    ],
  }
}

/** Whoever had booked for them brought nobody to this table. */
function bookerGone(state: ReadState, { id, booker }: Visit, member: Id): Event[] {
  const booked = [...state.reservations.values()].filter(one => one.visit === id && one.booker === booker)
  const others = booked.filter(one => one.member !== member)
  return booker !== undefined && booked.length > 0 && others.length === 0 ? [{ type: 'BookerSet', visit: id }] : []
}

/** Of who went before the others what was booked was had: it holds no room for them any more, and its deposit is this bill's. */
export function memberLeft(state: State, { visit: id, member, early }: EventOf<'MemberLeft'>): void {
  const visit = state.visits.get(id)
  if (!visit) return
  if (state.present.get(member) === id) state.present.delete(member)
  if (early) return state.visits.set(id, { ...without(visit, member, []), left: [...(visit.left ?? []), member] })
  // Their own room waits for them as it did; where its hour has passed, time releases it.
  const theirs = [...state.reservations.values()].filter(one => one.visit === id && one.member === member)
  for (const { visit: _came, ...one } of theirs) state.reservations.set(one.id, { ...one, status: 'held' })
  state.visits.set(id, without(visit, member, theirs))
  if (theirs.length > 0) noteBookings(state, id)
}

/** All whose night it is: who sits there, and who went before the others. Nobody twice: they may have come back. */
export const thoseOf = ({ members, left = [] }: Pick<Visit, 'members' | 'left'>): readonly Id[] => [
  ...new Set([...members, ...left]),
]

/** Where it was the host the next one is, and nobody is called what they were called tonight. Whoever stays sits in no room of theirs. */
function without({ host, text, reservation, ...visit }: Visit, member: Id, theirs: readonly Reservation[]): Visit {
  const members = visit.members.filter(one => one !== member)
  const [next] = members
  const led =
    host === member
      ? { ...(next !== undefined && { host: next }) }
      : { ...(host !== undefined && { host }), ...(text !== undefined && { text }) }
  const keeps = reservation !== undefined && !theirs.some(({ id }) => id === reservation)
  return { ...visit, members, ...led, ...(keeps && { reservation }) }
}
