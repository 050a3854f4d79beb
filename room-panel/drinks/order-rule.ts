/** Whether these guests order here themselves, or staff does it for them. */
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'

export type Ordering = 'here' | 'staff-only' | 'settled'

export function orderingOf(visit: PanelVisitView | undefined): Ordering {
  if (visit?.status === 'settled') return 'settled'
  return visit?.orderRule.kind === 'staff-only' ? 'staff-only' : 'here'
}
