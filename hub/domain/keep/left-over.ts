/**
 * Whether a bottle can be what a party had: what was brought to it and not taken back, and what it had from its own shelf,
 * less what it has left here already. A bottle that is none of that is another night's, a gift, or nobody's.
 */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState, Visit } from '../state.ts'

const fullTenths = 10

export function isLeftOver(state: ReadState, visit: Visit, item: Id, tenths: number): boolean {
  const moves = (visit.bottles ?? []).filter(one => one.item === item)
  const stored = moves.filter(({ way }) => way === 'stored')
  const drawn = moves.filter(({ way }) => way === 'drawn')
  const had = delivered(state, visit, item)
  // In glasses, one bottle of the shelf is drawn many times.
  const bottles = had + new Set(drawn.map(({ keep }) => keep)).size - stored.length
  return bottles > 0 && tenths <= had * fullTenths + sum(drawn) - sum(stored)
}

function delivered(state: ReadState, { orders }: Visit, item: Id): number {
  let count = 0
  for (const id of orders) {
    const order = state.orders.get(id)
    if (order?.status !== 'delivered') continue
    for (const { qty, returned, components, ...line } of order.lines) {
      const each = components.length === 0 ? [{ item: line.item, qty: 1 }] : components
      for (const part of each) if (part.item === item) count += (qty - returned) * part.qty
    }
  }
  return count
}

const sum = (moves: readonly { readonly tenths: number }[]): number =>
  moves.reduce((total, { tenths }) => total + tenths, 0)
