/** The party's own orders. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { PanelOrderView } from '../../../shared/protocol/views/panel.ts'
import type { Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'

/** Undefined for what the guest took back. */
export function panelOrderView({ state }: ViewContext, visit: Visit, id: Id): PanelOrderView | undefined {
  const order = state.orders.get(id)
  if (order?.visit !== visit.id || order.status === 'cancelled') return undefined
  const { placedAt, lockedUntil, status, rejected, lines, placedBy, source } = order
  return {
    id,
    placedAt,
    lockedUntil,
    status,
    ...(rejected !== undefined && { rejected }),
    lines: lines.map(({ line, item, qty, returned, options, repeatable }) => ({
      line,
      item,
      qty,
      returned,
      options,
      repeatable,
    })),
    byStaff: placedBy === 'staff',
    ...(source === 'gift' && { gift: true }),
  }
}
