/** What lies over the header for a moment, on whatever screen the guests are: a gift, who is at the door, the newest order. */
import { AtDoor } from '../answers/at-door.tsx'
import { FreshOrder } from '../drinks/fresh-order.tsx'
import { GiftCard } from '../drinks/gift-card.tsx'

export function HeaderCards() {
  return (
    <>
      <GiftCard />
      <AtDoor />
      <FreshOrder />
    </>
  )
}
