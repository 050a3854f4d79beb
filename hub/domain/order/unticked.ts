/** 未录收银: what the venue's cashier does not have yet. */
import type { Order } from '../state.ts'

/** Accepted, and nobody keyed it into the venue's cashier. */
export const isUnticked = ({ status, needsTick, ticked }: Pick<Order, 'status' | 'needsTick' | 'ticked'>): boolean =>
  (status === 'accepted' || status === 'delivered') && needsTick && !ticked
