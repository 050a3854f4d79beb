/**
 * The newest order while it can be undone: eight seconds of gold in the header, on whatever screen the guest is. Up there
 * no order is ever placed, so that no finger that mashes 下单 finds 撤销 under it, and no key is covered.
 */
import IconUndo from '~icons/lucide/undo-2'
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { KeptMark } from '../parts/kept-mark.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import '../frame/header-card.css'
import { orderText } from './order-text.ts'
import { type ShownOrder, shownOrders } from './shown-orders.ts'
import { undoOrder } from './undo-order.ts'

/** A hand that is still on its way does not undo what it has just ordered, ms. */
const deafMs = 700

export function FreshOrder() {
  const { link, clock, visit } = usePanel()
  const orders = shownOrders(link.view.all('order'), link.pending.value, visit.value?.totals)
  const now = clock.now.value
  const fresh = orders.find(order => isOpen(order, Math.max(now, link.hubNow())))
  return fresh ? <Card key={fresh.key} order={fresh} /> : null
}

function isOpen({ status, lockedUntil, byStaff }: ShownOrder, now: number): boolean {
  return (
    (status === 'sending' || status === 'placed' || status === 'awaiting-approval') && !byStaff && now < lockedUntil
  )
}

function Card({ order }: { order: ShownOrder }) {
  const panel = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  const lasts = order.lockedUntil - order.placedAt
  const gone = Math.min(1, Math.max(0, (panel.link.hubNow() - order.placedAt) / lasts))
  const undo = () => {
    if (panel.link.hubNow() - order.placedAt >= deafMs) undoOrder(panel, order)
  }
  return (
    <section class="header-card" aria-label={t('orderPlaced')}>
      <div class="header-card-text">
        <p class="header-card-word">
          {t(order.status === 'awaiting-approval' ? 'orderAwaiting' : 'orderPlaced')}
          {order.total !== undefined && <span class="money">{format.money(order.total)}</span>}
          {order.status === 'sending' && <KeptMark />}
        </p>
        <p class="caption">{orderText(order.lines, itemOf, speech)}</p>
      </div>
      <Button class="header-card-key" stacked icon={IconUndo} word={t('undo')} onPress={undo} />
      <Wipe kind="bar" direction="drain" durationMs={lasts} from={gone} />
    </section>
  )
}
