/** What the house gave, above the menu: the row among the orders may lie below the fold. */
import IconGift from '~icons/lucide/gift'
import { useMenu } from '../parts/use-slices.ts'
import { useSpeech } from '../state/panel-context.ts'
import './gift-note.css'
import { orderText } from './order-text.ts'
import type { ShownOrder } from './shown-orders.ts'

/** Letters of a name beside which the note's own word has room in 大字. */
const oneLine = 16

/** `orders`: newest first. */
export function GiftNote({ orders }: { orders: readonly ShownOrder[] }) {
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const gift = orders.find(one => one.gift && one.status !== 'rejected' && one.status !== 'returned')
  if (!gift) return null
  const what = orderText(gift.lines, itemOf, speech)
  return (
    <p class={`gift-note ${what.length > oneLine ? 'longer' : ''}`}>
      <IconGift class="icon" aria-hidden="true" />
      <span class="gift-note-text">
        <span>{speech.t('orderGift')}</span>
        <span>{what}</span>
      </span>
    </p>
  )
}
