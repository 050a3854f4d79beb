/** The foot of the drinks: the basket where these guests order themselves, else who orders for them. */
import { BasketBar } from './basket-bar.tsx'
import './drinks-foot.css'
import type { Ordering } from './order-rule.ts'
import { StaffOrders } from './staff-orders.tsx'

/** `spend`: what it comes to so far stands there too. */
export function DrinksFoot({ ordering, spend }: { ordering: Ordering; spend: boolean }) {
  return ordering === 'here' ? <BasketBar spend={spend} /> : <StaffOrders ordering={ordering} spend={spend} />
}
