/** 未录收银: what the venue's cashier does not have yet, or has in vain. */
import type { Order } from '../state.ts'

/** Accepted, and nobody keyed it into the venue's cashier. */
export const isUnticked = ({ status, needsTick, ticked }: Pick<Order, 'status' | 'needsTick' | 'ticked'>): boolean =>
  (status === 'accepted' || status === 'delivered') && needsTick && !ticked

/** Keyed in, and refused since: it must come out of the cashier. */
const isKeyedInVain = ({ status, ticked }: Pick<Order, 'status' | 'ticked'>): boolean => status === 'rejected' && ticked

/** Somebody has to go to the cashier with it. */
export const wantsCashier = (order: Pick<Order, 'status' | 'needsTick' | 'ticked'>): boolean =>
  isUnticked(order) || isKeyedInVain(order)
