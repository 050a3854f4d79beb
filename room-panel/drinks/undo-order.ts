/** Undo within the eight seconds, also of an order that the hub has not seen yet. */
import type { Tap } from '../../shared/client/tap.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Panel } from '../state/panel.ts'
import type { ShownOrder } from './shown-orders.ts'

export function undoOrder(panel: Panel, { id, tap }: ShownOrder): void {
  // Gone from sight at once. The outbox keeps its order: it is cancelled when the hub has said which one it became.
  if (tap) panel.takenBack.value = [...panel.takenBack.value, tap]
  const order = id ?? (tap && panel.orderOfTap.get(tap))
  if (order !== undefined) void panel.tap({ type: 'UndoOrder', order })
}

/** The hub has answered the tap of an order: it is the one with this id. */
export function orderIsKnown(panel: Panel, tap: Tap, order: Id): void {
  panel.orderOfTap.set(tap, order)
  if (panel.takenBack.peek().includes(tap)) void panel.tap({ type: 'UndoOrder', order })
}
