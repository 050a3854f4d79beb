/** An order leaves the panel: at the total that was on the button, mashes apart. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { GuestSource } from '../../shared/protocol/words.ts'
import type { Panel } from '../state/panel.ts'
import { type Basket, orderLines } from './basket.ts'
import { shownOrders } from './shown-orders.ts'
import { orderIsKnown } from './undo-order.ts'

/** Equal orders within this are one, as at the hub, ms. */
export const sameOrderMs = 10_000

/** `seen`: minor units, what the guest read before the tap. False: a mash. */
export function placeOrder(panel: Panel, source: GuestSource, lines: Basket, seen: number): boolean {
  if (lines.length === 0 || wasJustOrdered(panel, lines)) return false
  watchOrder(panel, panel.tap({ type: 'PlaceOrder', source, lines: orderLines(lines), seen }))
  return true
}

/** The guest was asked and said yes: the same tap again. */
export function orderAgain(panel: Panel, one: RefusedTap): void {
  watchOrder(panel, panel.link.again(one))
}

/** So that the order of the newest tap can be undone whenever the hub has said which it became. */
function watchOrder(panel: Panel, answered: Promise<Answer>): void {
  const tap = panel.lastTap()
  void answered.then(answer => {
    const order = answer.ok ? answer.result.order : undefined
    if (tap && typeof order === 'string') orderIsKnown(panel, tap, order)
  })
}

/** An equal order of these guests that nobody took back. Reading it in a component subscribes. */
export function wasJustOrdered({ link, clock, takenBack }: Panel, lines: Basket): boolean {
  const now = Math.max(clock.now.value, link.hubNow())
  const wanted = signature(lines)
  return shownOrders(link.view.all('order'), link.pending.value, takenBack.value).some(
    order =>
      !order.byStaff &&
      order.status !== 'rejected' &&
      now - order.placedAt < sameOrderMs &&
      signature(order.lines) === wanted,
  )
}

function signature(lines: Basket): string {
  return JSON.stringify(lines.map(({ item, qty, options }) => [item, qty, ...[...options].sort()].join(' ')).sort())
}
