/** What lies over the header for a moment, on whatever screen the guests are: a no of the bar's, a gift, who is at the door, the newest orders. */
import { AtDoor } from '../answers/at-door.tsx'
import { FreshOrders } from '../drinks/fresh-order.tsx'
import { GiftCard } from '../drinks/gift-card.tsx'
import { RefusedCard } from '../drinks/refused-card.tsx'

export function HeaderCards() {
  return (
    <div class="header-cards">
      <RefusedCard />
      <GiftCard />
      <AtDoor />
      <FreshOrders />
    </div>
  )
}
