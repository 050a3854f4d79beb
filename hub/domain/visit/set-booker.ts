/** 订房人 of a party that is in already: nobody had booked for them, or the booking named another. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { accept, already, type Decision, type Meta } from '../decision.ts'
import { isLead } from '../principal.ts'
import type { ReadState } from '../state.ts'
import { liveVisit } from './live-visit.ts'

/** It is counted, and in most houses paid: who profits does not choose, and what is said already only a manager says anew. */
export function setBooker(state: ReadState, command: CommandOf<'SetBooker'>, { by, staff }: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { booker } = command
  if (visit.booker === booker) return already
  if (booker !== undefined && !staff(booker)) return refuse('unknown', 'choose-other', { about: booker })
  const oneself = by.kind === 'staff' && by.staff === booker
  if (!isLead(by) && (oneself || visit.booker !== undefined)) return refuse('not-allowed', 'ask-manager')
  return accept({ type: 'BookerSet', visit: visit.id, ...(booker !== undefined && { booker }) })
}
