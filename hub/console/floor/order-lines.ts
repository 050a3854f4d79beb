/** What staff pick for a room before it is sent: kept as a draft, priced as the hub will. Pure. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'

export interface WantedLine {
  readonly item: Id
  readonly qty: number
  readonly options: readonly Id[]
}
export type WantedLines = readonly WantedLine[]

export interface PickedLine {
  readonly item: MenuItemView
  readonly qty: number
  readonly options: readonly Id[]
  /** Minor units. */
  readonly amount: number
}

/** In the order in which they were picked; none takes a line away. */
export function withLine(wanted: WantedLines, line: WantedLine): WantedLines {
  if (line.qty === 0) return wanted.filter(({ item }) => item !== line.item)
  return wanted.some(({ item }) => item === line.item)
    ? wanted.map(one => (one.item === line.item ? line : one))
    : [...wanted, line]
}

/** What was taken off the list meanwhile is no line: nothing could be done about it. */
export function pickedOf(
  wanted: WantedLines,
  items: readonly MenuItemView[],
  priceOf: (item: MenuItemView) => number,
): readonly PickedLine[] {
  return wanted.flatMap(({ item: id, qty, options }) => {
    const item = items.find(one => one.id === id)
    return item ? [{ item, qty, options, amount: priceOf(item) * qty }] : []
  })
}

export const countOf = (picked: readonly PickedLine[]): number => picked.reduce((sum, { qty }) => sum + qty, 0)
export const totalOf = (picked: readonly PickedLine[]): number => picked.reduce((sum, { amount }) => sum + amount, 0)

/** Undefined: there is nothing to order. */
export function orderOf(visit: Id, picked: readonly PickedLine[]): CommandOf<'PlaceOrderFor'> | undefined {
  if (picked.length === 0) return undefined
  const lines = picked.map(({ item, qty, options }) => ({
    item: item.id,
    qty,
    ...(options.length > 0 && { options: [...options] }),
  }))
  return { type: 'PlaceOrderFor', visit, lines }
}
