/**
 * The bar said no to an order: it stands in the header, on whatever screen the guests are, until they touch it or have had
 * five minutes to see it. Who waits for what does not come learns it here and not from an empty table.
 */
import { useState } from 'preact/hooks'
import IconNo from '~icons/lucide/circle-slash'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PanelOrderView } from '../../shared/protocol/views/panel.ts'
import '../frame/header-card.css'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { orderText } from './order-text.ts'

const shownMs = 5 * 60_000

export function RefusedCard() {
  const { link, clock, screen } = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const [seen, setSeen] = useState<ReadonlySet<Id>>(new Set())
  const now = clock.now.value
  const comes = link.view.all('request').some(({ what, status }) => {
    return what.kind === 'service' && what.service === 'staff' && status !== 'resolved'
  })
  const refused = link.view
    .all('order')
    .filter(order => isNews(order, comes) && now - (order.rejectedAt ?? 0) < shownMs && !seen.has(order.id))
    .sort((a, b) => (b.rejectedAt ?? 0) - (a.rejectedAt ?? 0))
  const [newest] = refused
  if (!newest?.rejected) return null
  return (
    <button
      type="button"
      class="header-offer"
      key={newest.id}
      onClick={() => {
        // All of them stand in the orders.
        setSeen(new Set([...seen, ...refused.map(({ id }) => id)]))
        screen.value = 'drinks'
      }}
    >
      <IconNo class="icon" aria-hidden="true" />
      <span class="header-offer-text">
        <span class="header-offer-word">{speech.t(`rejected.${newest.rejected}`)}</span>
        <span class="header-offer-what">{orderText(newest.lines, itemOf, speech)}</span>
      </span>
    </button>
  )
}

/** What they took back themselves, and a gift that does not come, is none; nor that somebody comes to ask, once they were there. */
const isNews = ({ rejected, gift }: PanelOrderView, comes: boolean): boolean =>
  rejected !== undefined && rejected !== 'guest-changed' && gift !== true && (rejected !== 'staff-must-ask' || comes)
