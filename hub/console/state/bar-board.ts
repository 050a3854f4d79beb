/** The bar's tickets in columns, and what can be made together: pure, from slices. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import type { Shown } from './pending.ts'

export const columns = ['approve', 'placed', 'making', 'out'] as const
export type Column = (typeof columns)[number]

export interface Batch {
  readonly item: Id
  readonly options: readonly Id[]
  readonly qty: number
  readonly rooms: readonly Id[]
}

/**
 * Oldest first, so that nobody is forgotten; what is out or whose party is gone newest first, before it what is not keyed in, or
 * was and was refused since.
 */
export function barBoard(orders: readonly Shown<OrderView>[]): Readonly<Record<Column, readonly Shown<OrderView>[]>> {
  const oldestFirst = [...orders].sort((one, other) => one.placedAt - other.placedAt)
  const of = (status: OrderView['status']) => oldestFirst.filter(order => order.status === status && !order.gone)
  const out = oldestFirst
    .filter(order => order.gone || order.status === 'delivered' || isKeyedInVain(order))
    .sort((one, other) => cashierFirst(one) - cashierFirst(other) || (other.deliveredAt ?? 0) - (one.deliveredAt ?? 0))
  return { approve: of('awaiting-approval'), placed: of('placed'), making: of('accepted'), out: out.slice(0, 40) }
}

/** 取存酒: what rooms ask of the bar that is no order, oldest first. */
export function keepCalls(
  requests: readonly Shown<RequestView>[],
): Readonly<Record<Column, readonly Shown<RequestView>[]>> {
  const calls = requests
    .filter(({ what }) => what.kind === 'service' && what.service === 'keep')
    .sort((one, other) => one.openedAt - other.openedAt)
  const of = (status: RequestView['status']) => calls.filter(call => call.status === status)
  return { approve: [], placed: of('open'), making: of('acknowledged'), out: [] }
}

export const isUnticked = ({ status, needsTick, ticked }: OrderView): boolean =>
  (status === 'accepted' || status === 'delivered') && needsTick && !ticked

/** It was refused since, and must come out of the cashier. */
export const isKeyedInVain = ({ status, ticked }: OrderView): boolean => status === 'rejected' && ticked

const cashierFirst = (order: OrderView) => (isUnticked(order) || isKeyedInVain(order) ? 0 : 1)

/** Equal drinks, wanted alike, that several tickets wait for, most first. Packages count by what is in them. */
export function batches(orders: readonly OrderView[]): readonly Batch[] {
  const found = new Map<string, { item: Id; options: readonly Id[]; qty: number; rooms: Set<Id>; tickets: number }>()
  for (const { status, lines, room, gone } of orders) {
    if (gone || (status !== 'placed' && status !== 'accepted')) continue
    const wanted = lines.flatMap(({ item, qty: ordered, returned, options, components }) => {
      const qty = ordered - returned
      if (qty === 0) return []
      return components.length === 0
        ? [{ item, options: [...options].sort(), qty }]
        : components.map(part => ({ item: part.item, options: [], qty: part.qty * qty }))
    })
    for (const { item, options, qty } of wanted) {
      const alike = [item, ...options].join(' ')
      const known = found.get(alike) ?? { item, options, qty: 0, rooms: new Set<Id>(), tickets: 0 }
      known.rooms.add(room)
      found.set(alike, { ...known, qty: known.qty + qty, tickets: known.tickets + 1 })
    }
  }
  return [...found.values()]
    .filter(({ tickets }) => tickets > 1)
    .map(({ item, options, qty, rooms }) => ({ item, options, qty, rooms: [...rooms] }))
    .sort((one, other) => other.qty - one.qty)
}
