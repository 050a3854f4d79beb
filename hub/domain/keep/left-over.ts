/**
 * Whether a bottle can be what a party had: what was brought to it, said or not, and not taken back, what it had from its own shelf,
 * less what it has left here already. A bottle that is none of that is another night's, a gift, or nobody's.
 */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderLine } from '../order/events.ts'
import { isLongMade } from '../order/long-made.ts'
import type { Order, ReadState, Visit } from '../state.ts'

const fullTenths = 10

export function isLeftOver(
  state: ReadState,
  visit: Visit,
  { item, tenths }: { readonly item: Id; readonly tenths: number },
  at: number,
): boolean {
  const left = leftOver(state, visit, item, at)
  return left.bottles > 0 && tenths <= left.tenths
}

/** Which drink of these lines, brought to that party, stands on the shelf: what is left of it elsewhere does not make it up. */
export const keptOf = (
  state: ReadState,
  visit: Visit,
  lines: readonly Pick<OrderLine, 'item' | 'qty' | 'components'>[],
  at: number,
): Id | undefined => {
  const back = new Map<Id, number>()
  for (const line of lines)
    for (const part of partsOf(line)) back.set(part.item, (back.get(part.item) ?? 0) + line.qty * part.qty)
  return [...back].find(([item, qty]) => {
    const left = leftOver(state, visit, item, at)
    return left.bottles < qty || left.tenths < qty * fullTenths
  })?.[0]
}

function leftOver(
  state: ReadState,
  visit: Visit,
  item: Id,
  at: number,
): { readonly bottles: number; readonly tenths: number } {
  const moves = (visit.bottles ?? []).filter(one => one.item === item)
  const stored = moves.filter(({ way }) => way === 'stored')
  const drawn = moves.filter(({ way }) => way === 'drawn')
  const had = brought(state, visit, item, at)
  return {
    // In glasses, one bottle of the shelf is drawn many times.
    bottles: had + new Set(drawn.map(({ keep }) => keep)).size - stored.length,
    tenths: had * fullTenths + sum(drawn) - sum(stored),
  }
}

/** What is free and not said to be out one person takes back alone: that counts once it is. */
export const wasOut = (order: Order, at: number): boolean =>
  order.status === 'delivered' || (order.total > 0 && isLongMade(order, at))

function brought(state: ReadState, { orders }: Visit, item: Id, at: number): number {
  let count = 0
  for (const id of orders) {
    const order = state.orders.get(id)
    if (!order || !wasOut(order, at)) continue
    for (const line of order.lines)
      for (const part of partsOf(line)) if (part.item === item) count += (line.qty - line.returned) * part.qty
  }
  return count
}

const partsOf = ({ item, components }: Pick<OrderLine, 'item' | 'components'>) =>
  components.length === 0 ? [{ item, qty: 1 }] : components

const sum = (moves: readonly { readonly tenths: number }[]): number =>
  moves.reduce((total, { tenths }) => total + tenths, 0)
