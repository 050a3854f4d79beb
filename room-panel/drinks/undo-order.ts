/** Undo within the eight seconds, also of an order that the hub has not seen yet. */
import type { Panel } from '../state/panel.ts'
import type { ShownOrder } from './shown-orders.ts'

export function undoOrder(panel: Panel, { id, tap }: ShownOrder): void {
  if (id !== undefined) void panel.tap({ type: 'UndoOrder', order: id })
  else if (tap) panel.link.retract(tap)
  panel.notices.say({ text: panel.words.speech.peek().t('orderCancelled'), lastsMs: saidMs })
}

const saidMs = 3000
