/** Undo within the eight seconds, also of an order that the hub has not seen yet. */
import type { Panel } from '../state/panel.ts'
import type { ShownOrder } from './shown-orders.ts'

export function undoOrder(panel: Panel, { id, tap }: ShownOrder): void {
  if (id !== undefined) {
    void panel.tap({ type: 'UndoOrder', order: id })
    return
  }
  // The outbox keeps its order: it is taken back as soon as the hub says which it became.
  if (tap) panel.takenBack.value = [...panel.takenBack.value, tap]
}

/** Once the hub knows an order that was taken back before. */
export function undoOnArrival(panel: Panel, order: string): void {
  void panel.tap({ type: 'UndoOrder', order })
}
