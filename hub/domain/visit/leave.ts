/** 不在这桌: a member who was put at the wrong table, or went home before the others, is of this party no longer. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, LineMeta, Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { noteDeposit } from '../reservation/evolve.ts'
import type { ReadState, Reservation, State, Visit } from '../state.ts'
import { liveVisit } from './live-visit.ts'
import { clearAway, usualAgain } from './prepare.ts'

/** What was laid ready may have been theirs: no screen at this table shows it any longer. */
export function leaveVisit(state: ReadState, command: CommandOf<'LeaveVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { id, discreet } = visit
  const { member } = command
  if (!visit.members.includes(member)) return refuse('already-done', 'look-again', { about: member })
  const rest = visit.members.filter(one => one !== member)
  return {
    events: [
      { type: 'MemberLeft', visit: id, member },
      ...clearAway(state, id),
      ...(discreet || visit.status !== 'open' ? [] : [usualAgain(state, meta, id, rest)]),
    ],
  }
}

export function memberLeft(state: State, { visit: id, member }: EventOf<'MemberLeft'>, { at }: LineMeta): void {
  const visit = state.visits.get(id)
  if (!visit) return
  // The room that was opened for it is no other's once its hour is over: who goes home early has come, and leaves a bill.
  const stays = (one: Reservation) => one.id === visit.reservation && one.heldUntil <= at
  const theirs = [...state.reservations.values()].filter(
    one => one.visit === id && one.member === member && !stays(one),
  )
  const { reservation, ...rest } = without(visit, member)
  const kept = reservation !== undefined && theirs.every(one => one.id !== reservation)
  state.visits.set(id, { ...rest, ...(kept && { reservation }) })
  if (state.present.get(member) === id) state.present.delete(member)
  // Else it waits for them as it did; where its hour has passed, time releases it.
  for (const { visit: _came, ...one } of theirs) state.reservations.set(one.id, { ...one, status: 'held' })
  if (theirs.length > 0) noteDeposit(state, id)
}

/** Where it was the host the next one is, and nobody is called what they were called tonight. */
function without({ host, text, ...visit }: Visit, member: Id): Visit {
  const members = visit.members.filter(one => one !== member)
  if (host !== member)
    return { ...visit, members, ...(host !== undefined && { host }), ...(text !== undefined && { text }) }
  const [next] = members
  return { ...visit, members, ...(next !== undefined && { host: next }) }
}
