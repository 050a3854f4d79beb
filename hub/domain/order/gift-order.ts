/** A gift is a ticket like any other, at no price: the bar pours it, the floor carries it in, somebody keys it in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Meta } from '../decision.ts'
import type { Visit } from '../state.ts'
import type { OrderEvent } from './events.ts'

/** Nobody needs to agree to it. `staff`: who gives it; absent where the house does by itself. */
export function giftOrder(
  visit: Visit,
  { item, qty }: { readonly item: Id; readonly qty: number },
  meta: Meta,
  staff?: Id,
): OrderEvent[] {
  const order = meta.id('o')
  const { components = [], hours } = meta.item(item) ?? {}
  const held = { components, ...(hours !== undefined && { hours }) }
  return [
    {
      type: 'OrderPlaced',
      order,
      visit: visit.id,
      source: 'gift',
      placedBy: 'staff',
      lines: [{ line: meta.id('l'), item, qty, unitPrice: 0, options: [], ...held, repeatable: false }],
      total: 0,
      ...(visit.attendant !== undefined && { attendant: visit.attendant }),
      needsApproval: false,
      lockedUntil: meta.at,
    },
    { type: 'OrderAccepted', order, ...(staff !== undefined && { staff }), needsTick: !meta.cashierTakesTickets },
  ]
}
