/** What guests have picked together before they order it. Pure. */
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { priceAt } from '../../shared/protocol/price-at.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'

export interface BasketLine {
  readonly item: Id
  readonly qty: number
  readonly options: readonly Id[]
}
export type Basket = readonly BasketLine[]

export const mostOfOne = 99
/** As many as one order may have. */
const mostLines = 30

/** Sets how many of an item with these options; none takes the line away. */
export function withQty(basket: Basket, { item, options }: Omit<BasketLine, 'qty'>, qty: number): Basket {
  const at = basket.findIndex(line => sameLine(line, { item, options }))
  const line = { item, options, qty: Math.min(qty, mostOfOne) }
  if (at < 0) return qty <= 0 || basket.length >= mostLines ? basket : [...basket, line]
  return qty <= 0
    ? basket.filter((_line, index) => index !== at)
    : basket.map((old, index) => (index === at ? line : old))
}

/** Whether one more kind of thing finds no place. */
export function isFull(basket: Basket, line: Omit<BasketLine, 'qty'>): boolean {
  return basket.length >= mostLines && !basket.some(one => sameLine(one, line))
}

/** Two baskets as one. */
export function together(one: Basket, other: Basket): Basket {
  return other.reduce((sum, line) => withQty(sum, line, qtyOf(sum, line) + line.qty), one)
}

export function qtyOf(basket: Basket, wanted: Omit<BasketLine, 'qty'>): number {
  return basket.find(line => sameLine(line, wanted))?.qty ?? 0
}

export function countOf(basket: Basket): number {
  return basket.reduce((sum, { qty }) => sum + qty, 0)
}

/** Minor units, as the hub computes it at this minute of the day; what is not on the list costs nothing. */
export function totalOf(lines: Basket, itemOf: (id: Id) => MenuItemView | undefined, minute: number): number {
  return lines.reduce((sum, { item, qty }) => {
    const found = itemOf(item)
    return found ? sum + qty * priceAt(found, minute) : sum
  }, 0)
}

/** As the command wants them: an empty choice is no choice. */
export function orderLines(lines: Basket): CommandOf<'PlaceOrder'>['lines'] {
  return lines.map(({ item, qty, options }) => ({ item, qty, ...(options.length > 0 && { options: [...options] }) }))
}

function sameLine(a: Omit<BasketLine, 'qty'>, b: Omit<BasketLine, 'qty'>): boolean {
  return (
    a.item === b.item && a.options.length === b.options.length && a.options.every(option => b.options.includes(option))
  )
}

/** Equal orders, however their lines are arranged. */
export const isSameRound = (one: Basket, other: Basket): boolean => signatureOf(one) === signatureOf(other)

function signatureOf(lines: Basket): string {
  return JSON.stringify(lines.map(({ item, qty, options }) => [item, qty, ...[...options].sort()].join(' ')).sort())
}
