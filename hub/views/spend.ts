/** What a visit comes to, as far as the hub knows. Minor units. */
import type { Order, Visit } from '../domain/state.ts'

/** To the minimum spend (低消). */
export const missingTo = ({ minimumSpend, ordered }: Visit): number => Math.max(0, minimumSpend - ordered)

/** Of an order, without what went back (退单). */
export const leftOf = ({ total, lines }: Pick<Order, 'total' | 'lines'>): number =>
  lines.reduce((left, { returned, unitPrice }) => left - returned * unitPrice, total)
