/** Which tickets want paper, and what their coming out means: printed counts as accepted. Pure. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Order, ReadState } from '../state.ts'
import type { OrderEvent } from './events.ts'

/**
 * From when on its ticket may be printed, ms: once the guest can undo it no more. Undefined: no ticket is wanted (any
 * more). Nothing beside the state is remembered, so a ticket waits however often the hub starts anew.
 */
export function printsFrom(state: ReadState, id: Id): number | undefined {
  const order = state.orders.get(id)
  const visit = order && state.visits.get(order.visit)
  if (!order || !visit || visit.status === 'closed') return undefined
  if (order.printAsked && (order.status === 'accepted' || order.status === 'delivered')) return order.placedAt
  if (order.printedAt !== undefined) return undefined
  if (order.status === 'placed') return order.lockedUntil
  // Nobody at the bar tapped it: it is theirs at once.
  return order.source === 'gift' && order.status === 'accepted' ? order.placedAt : undefined
}

/** Nobody stands behind it: the paper was put where somebody takes it. */
export function printed({ id, status }: Order, cashierTakesTickets: boolean): readonly OrderEvent[] {
  const out: OrderEvent = { type: 'TicketPrinted', order: id }
  return status === 'placed' ? [out, { type: 'OrderAccepted', order: id, needsTick: !cashierTakesTickets }] : [out]
}
