/** Which of an evening's orders are on the screen unasked. Pure. */
import type { ShownOrder } from './shown-orders.ts'

/** About two pages: nobody looks for the first round of five hours ago among a hundred. */
const shownAtOnce = 12
/** A key that hides two rows saves nobody anything. */
const fewest = 3

/** `orders`: newest first. What the guests still wait for is never folded away, however long ago it was ordered. */
export function foldOrders(orders: readonly ShownOrder[]): { shown: readonly ShownOrder[]; folded: number } {
  const shown = orders.filter((order, at) => at < shownAtOnce || isUnderWay(order))
  const folded = orders.length - shown.length
  return folded < fewest ? { shown: orders, folded: 0 } : { shown, folded }
}

const isUnderWay = ({ status }: ShownOrder): boolean =>
  status === 'sending' || status === 'placed' || status === 'awaiting-approval' || status === 'accepted'
