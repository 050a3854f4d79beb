/** An order leaves the panel: at the total that was on the button, mashes apart. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { GuestSource } from '../../shared/protocol/words.ts'
import type { Panel } from '../state/panel.ts'
import { type Basket, isSameRound, orderLines, together } from './basket.ts'
import { shownOrders } from './shown-orders.ts'

/** Equal orders within this are one, ms: as long as every house's `policy.sameTapMs`, for no page can set that. */
const sameOrderMs = 10_000

/** `seen`: minor units, what the guest read before the tap. False: a mash. */
export function placeOrder(panel: Panel, source: GuestSource, lines: Basket, seen: number): boolean {
  if (lines.length === 0 || wasJustOrdered(panel, lines)) return false
  panel.orderedBy.value = source
  void panel.tap({ type: 'PlaceOrder', source, lines: orderLines(lines), seen })
  return true
}

/** What was picked together is ordered, and the basket is free; a "no" gives it back. */
export function orderBasket(panel: Panel, seen: number): void {
  if (!placeOrder(panel, 'menu', panel.basket.peek(), seen)) return
  panel.basket.value = []
  const tap = panel.lastTap()
  if (tap) panel.wasBasket.add(tap)
}

/** The guest was asked and said yes: the same tap again, at the total that they were shown. */
export function orderAgain(panel: Panel, one: RefusedTap, seen?: number): void {
  const { command } = one.tap
  void panel.link.again(one, command.type === 'PlaceOrder' && seen !== undefined ? { ...command, seen } : command)
  const tap = panel.lastTap()
  if (tap && panel.wasBasket.has(one.tap)) panel.wasBasket.add(tap)
}

/** An order that did not come about: its basket is there again, with what was picked since. */
export function giveBasketBack({ wasBasket, basket }: Panel, { tap }: RefusedTap): void {
  const { command } = tap
  if (command.type !== 'PlaceOrder' || !wasBasket.has(tap)) return
  basket.value = together(
    command.lines.map(({ item, qty, options = [] }) => ({ item, qty, options })),
    basket.peek(),
  )
}

/** When these guests last ordered just that and nobody took it back, hub time, ms. Reading it in a component subscribes. */
export function lastOrdered({ link }: Panel, lines: Basket): number | undefined {
  return shownOrders(link.view.all('order'), link.pending.value).find(
    ({ byStaff, status, lines: had }) =>
      !byStaff && status !== 'rejected' && status !== 'returned' && isSameRound(had, lines),
  )?.placedAt
}

/** The same within a mash. */
export function wasJustOrdered(panel: Panel, lines: Basket): boolean {
  const now = Math.max(panel.clock.now.value, panel.link.hubNow())
  return now - (lastOrdered(panel, lines) ?? 0) < sameOrderMs
}
