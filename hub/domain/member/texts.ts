/** What was typed about a member for one evening: the names and numbers that reservations, check-ins and visits lead to. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState } from '../state.ts'

export function textsOf(state: Pick<ReadState, 'reservations' | 'checkIns' | 'visits'>, member: Id): ReadonlySet<Id> {
  const found = new Set<Id>()
  const note = (text: Id | undefined) => text !== undefined && found.add(text)
  for (const one of state.reservations.values()) if (one.member === member) [one.text, one.phone].forEach(note)
  for (const one of state.checkIns.values()) if (one.member === member) note(one.text)
  for (const one of state.visits.values()) if (one.host === member) note(one.text)
  return found
}
