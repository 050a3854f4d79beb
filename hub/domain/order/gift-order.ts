/** A gift is a ticket like any other, at no price: the bar pours it, the floor carries it in, somebody keys it in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Meta } from '../decision.ts'
import type { Visit } from '../state.ts'
import type { OrderEvent } from './events.ts'

/** Nobody needs to agree to it. `given`: by whom, as what; absent where the house gives it by itself. */
export function giftOrder(
  visit: Visit,
  { item, qty }: { readonly item: Id; readonly qty: number },
  meta: Meta,
  given?: { readonly staff: Id; readonly comp: Id },
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
      ...(given && { comp: given.comp }),
      placedBy: 'staff',
      lines: [{ line: meta.id('l'), item, qty, unitPrice: 0, options: [], ...held, repeatable: false }],
      total: 0,
      ...(visit.attendant !== undefined && { attendant: visit.attendant }),
      needsApproval: false,
      lockedUntil: meta.at,
    },
    { type: 'OrderAccepted', order, ...(given && { staff: given.staff }), needsTick: !meta.cashierTakesTickets },
  ]
}
