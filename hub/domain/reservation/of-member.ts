/** What a member's name leads to among tonight's reservations. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Member } from '../member/member.ts'
import type { ReadState, Reservation } from '../state.ts'
import { expectedAt } from './window.ts'

type Tables = Pick<ReadState, 'reservations' | 'visits'>

/** For this member, or booked by them for their guests; the earliest. */
export const reservationOf = (state: Tables, member: Id, at: number): Reservation | undefined => {
  const expected = expectedAt(state, at)
  return expected.find(one => one.member === member) ?? expected.find(one => one.booker === member)
}

/**
 * The visit this member probably belongs to: one that honoured a reservation of theirs, or else the only one that their
 * account manager booked and that hides from nobody. A guess for the desk, which decides.
 */
export function visitToJoin(state: Tables, member: Member): Id | undefined {
  const live = [...state.reservations.values()].filter(({ visit }) => visit !== undefined && isLive(state, visit))
  const own = live.find(one => one.member === member.id || one.booker === member.id)
  if (own) return own.visit
  const { accountManager } = member
  const booked = live.filter(({ booker, discreet }) => booker === accountManager && !discreet)
  return accountManager !== undefined && booked.length === 1 ? booked[0]?.visit : undefined
}

const isLive = (state: Tables, visit: Id): boolean => (state.visits.get(visit)?.status ?? 'closed') !== 'closed'
