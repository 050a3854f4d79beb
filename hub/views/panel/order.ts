/** The party's own orders. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { PanelOrderView } from '../../../shared/protocol/views/panel.ts'
import type { Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { taboosOf } from '../members.ts'
import { tabooTest } from '../taboos.ts'

/**
 * Undefined for what the guest took back. 再来一轮 suggests: what somebody of the party must not have is no part of it, though
 * another had it; as of food and packages, nothing says why.
 */
export function panelOrderView(context: ViewContext, visit: Visit, id: Id): PanelOrderView | undefined {
  const order = context.state.orders.get(id)
  if (order?.visit !== visit.id || order.status === 'cancelled') return undefined
  const { placedAt, lockedUntil, status, rejected, rejectedAt, lines, placedBy, source } = order
  const isTaboo = tabooTest(context, taboosOf(context, visit))
  return {
    id,
    placedAt,
    lockedUntil,
    status,
    lines: lines.map(({ line, item, qty, returned, options, repeatable }) => ({
      line,
      item,
      qty,
      returned,
      options,
      repeatable: repeatable && !isTaboo(item),
    })),
    byStaff: placedBy === 'staff',
    ...(rejected !== undefined && { rejected }),
    ...(rejectedAt !== undefined && { rejectedAt }),
    ...(source === 'gift' && { gift: true }),
  }
}
