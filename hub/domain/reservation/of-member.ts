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
export function visitToJoin({ reservations, visits }: Tables, member: Member): Id | undefined {
  const live = [...reservations.values()].flatMap(one => {
    const visit = one.visit === undefined ? undefined : visits.get(one.visit)
    return visit && visit.status !== 'closed' ? [{ ...one, visit }] : []
  })
  const own = live.find(one => one.member === member.id || one.booker === member.id)
  if (own) return own.visit.id
  const { accountManager } = member
  if (accountManager === undefined) return undefined
  const booked = live.filter(({ booker, discreet, visit }) => booker === accountManager && !discreet && !visit.discreet)
  const [only, ...others] = new Set(booked.map(({ visit }) => visit.id))
  return others.length === 0 ? only : undefined
}
