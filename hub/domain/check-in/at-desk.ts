/** The desk checks in who has neither card nor code at hand: a member, or whoever is expected. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { heldReservation } from '../reservation/held.ts'
import type { ReadState } from '../state.ts'
import { resultOf } from './arrival.ts'
import { expectedArrives, waitingFor } from './expected.ts'
import { checkIn } from './identify.ts'
import { waitingOf } from './waiting.ts'

/** The desk may know why it did not work. */
export function checkInAtDesk(state: ReadState, meta: Meta, party: number): Decision {
  const { identified } = meta.facts
  if (!identified || 'failure' in identified) return refuse('nothing-found', 'look-again')
  const { member } = identified.member
  const waiting = waitingOf(state, member.id)
  if (waiting) return { events: [], result: resultOf(waiting) }
  if (member.blocked) return refuse('not-allowed', 'ask-manager', { about: member.id })
  if (state.present.has(member.id)) return refuse('already-in', 'look-again', { about: member.id })
  return checkIn(state, meta, member, { how: 'desk', party })
}

/** A member's reservation leads to the member. */
export function checkInExpected(state: ReadState, command: CommandOf<'CheckInReservation'>, meta: Meta): Decision {
  const reservation = heldReservation(state, command.reservation)
  if ('refused' in reservation) return reservation
  if (reservation.member !== undefined) return checkInAtDesk(state, meta, command.party)
  const waiting = waitingFor(state, reservation)
  if (waiting) return { events: [], result: resultOf(waiting) }
  return expectedArrives(state, meta, reservation, { how: 'desk', party: command.party })
}
