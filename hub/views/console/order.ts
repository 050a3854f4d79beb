/** What rooms ordered, for the bar and for who carries it. */
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { wantsCashier } from '../../domain/order/unticked.ts'
import { isLive, taboosOf } from '../members.ts'
import { tabooTest } from '../taboos.ts'
import { onceForWhoSees } from '../worked-out-once.ts'

/** Once its visit is closed it is here only as long as somebody has to key it into the venue's cashier, or out of it. */
export const orderView = onceForWhoSees(['orders', 'prices'], (context, sees, id): OrderView | undefined => {
  const order = context.state.orders.get(id)
  const visit = order && context.state.visits.get(order.visit)
  const gone = !isLive(visit)
  if (!sees.orders || !order || !visit || (gone && !wantsCashier(order))) return undefined
  const { source, status, placedAt, lockedUntil, placedBy, total, needsTick, ticked } = order
  // In a discreet visit too: the bar must know what it may not pour.
  const mind = gone ? [] : taboosOf(context, visit)
  const isTaboo = tabooTest(context, mind)
  const { acceptedAt, acceptedBy, deliveredAt, deliveredBy, rejected, printedAt } = order
  return {
    id,
    visit: visit.id,
    room: visit.room,
    source,
    status,
    placedAt,
    lockedUntil,
    reminderMs: context.venue.policy.ticketReminderMs,
    byStaff: placedBy === 'staff',
    lines: order.lines.map(({ line, item, qty, returned, unitPrice, options, components }) => ({
      line,
      item,
      qty,
      returned,
      options,
      components,
      ...(sees.prices && { unitPrice }),
      ...(isTaboo(item) && { taboo: true }),
    })),
    needsTick,
    ticked,
    mind,
    ...(sees.prices && { total }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(acceptedBy !== undefined && { acceptedBy }),
    ...(deliveredAt !== undefined && { deliveredAt }),
    ...(deliveredBy !== undefined && { deliveredBy }),
    ...(rejected !== undefined && { rejected }),
    ...(printedAt !== undefined && { printedAt }),
    ...(gone && { gone }),
  }
})
