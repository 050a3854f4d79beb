/** What was given is taken back: the bar did not have it, or somebody had slipped. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { already, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { isLead } from '../principal.ts'
import type { Comp, Order, ReadState, Visit } from '../state.ts'
import { liveVisit } from '../visit/live-visit.ts'
import { checkPeople } from './two-people.ts'

export function takeBackComp(state: ReadState, command: CommandOf<'TakeBackComp'>, meta: Meta): Decision {
  const people = checkPeople(state, meta, undefined, false)
  if ('refused' in people) return people
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const comp = visit.comps.find(one => one.comp === command.comp)
  // A PIN travels through no outbox: what was sent again after its answer was lost did happen the first time.
  if (!comp) return already
  const { staff } = people
  if (comp.by !== staff && !isLead(meta.by)) return refuse('not-allowed', 'ask-manager')
  if (comp.kind !== 'gift' && visit.status === 'settled') return refuse('visit-settled', 'ask-manager')
  const orders = visit.orders.flatMap(id => state.orders.get(id) ?? [])
  if (!canTakeBack(visit, orders, comp)) return refuse('wrong-state', 'look-again')
  const ticket = orders.find(order => order.comp === comp.comp)
  const rejected: Event[] = ticket ? [{ type: 'OrderRejected', order: ticket.id, staff, reason: 'mistake' }] : []
  return { events: [...rejected, takenBack(visit, comp, meta.day, staff)] }
}

/** Until it is paid for, or stands on their table. `orders`: of the visit. */
export function canTakeBack({ status }: Visit, orders: readonly Order[], { comp, kind }: Comp): boolean {
  if (kind !== 'gift') return status === 'open'
  const ticket = orders.find(order => order.comp === comp)
  return ticket?.status === 'placed' || ticket?.status === 'accepted'
}

/** Of a gift whose ticket the bar refuses. */
export function compOfTicket(visit: Visit, { comp: id }: Order): Comp | undefined {
  return id === undefined ? undefined : visit.comps.find(({ comp }) => comp === id)
}

export const takenBack = (
  visit: Visit,
  { comp, kind, item, qty, amount, by: of, period }: Comp,
  day: string,
  by: Id,
): Event => ({
  type: 'CompTakenBack',
  comp,
  visit: visit.id,
  kind,
  ...(item !== undefined && { item }),
  ...(qty !== undefined && { qty }),
  amount,
  of,
  period: period ?? day,
  by,
})
