/** The desk checks in who has neither card nor code at hand: a member, or whoever is expected. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { openReservation } from '../reservation/held.ts'
import type { ReadState, Visit } from '../state.ts'
import { type Arrival, resultOf } from './arrival.ts'
import { expectedArrives, waitingFor } from './expected.ts'
import { checkIn } from './identify.ts'
import { waitingOf } from './waiting.ts'

/** The desk may know why it did not work. */
export function checkInAtDesk(state: ReadState, meta: Meta, arrival: Pick<Arrival, 'party' | 'reservation'>): Decision {
  const { identified } = meta.facts
  if (!identified || 'failure' in identified) return refuse('nothing-found', 'look-again')
  const { member } = identified.member
  const waiting = waitingOf(state, member.id)
  if (waiting) return { events: [], result: resultOf(waiting) }
  if (member.blocked) return refuse('banned', 'ask-manager', { about: member.id })
  if (state.present.has(member.id)) return refuse('already-in', 'look-again', { about: member.id })
  return checkIn(state, meta, member, { how: 'desk', ...arrival })
}

export function checkInExpected(state: ReadState, command: CommandOf<'CheckInReservation'>, meta: Meta): Decision {
  const reservation = openReservation(state, command.reservation)
  if ('refused' in reservation) return reservation
  const { party } = command
  if (reservation.member !== undefined && !cameForAnother(state, reservation.member, reservation.id))
    return checkInAtDesk(state, meta, { party, reservation })
  const waiting = waitingFor(state, reservation)
  if (waiting) return { events: [], result: resultOf(waiting) }
  return expectedArrives(state, meta, reservation, { how: 'desk', party })
}

/** Whoever booked two rooms is in one of them, or waits for it: their friends come to the other. */
const cameForAnother = ({ reservations, visits }: ReadState, member: Id, own: Id): boolean =>
  [...reservations.values()].some(
    one =>
      one.member === member &&
      one.id !== own &&
      (one.inLobby.length > 0 || (one.visit !== undefined && liveIn(visits.get(one.visit), member))),
  )

const liveIn = (visit: Visit | undefined, member: Id): boolean =>
  visit !== undefined && visit.status !== 'closed' && visit.members.includes(member)
