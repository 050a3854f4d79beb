/** What a visit comes to, as far as the hub knows. Minor units. */
import type { Order, Visit } from '../domain/state.ts'

/** To the minimum spend (低消). */
export const missingTo = ({ minimumSpend, ordered }: Visit): number => Math.max(0, minimumSpend - ordered)

/** Accepted, and nobody keyed it into the venue's cashier yet. */
export const isUnticked = ({ needsTick, ticked, status }: Order): boolean =>
  needsTick && !ticked && (status === 'accepted' || status === 'delivered')
