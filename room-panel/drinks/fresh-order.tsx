/**
 * The newest orders while they can be undone: eight seconds of gold in the header, on whatever screen the guest is. Up there
 * no order is ever placed, so that no finger that mashes 下单 finds 撤销 under it, and no key is covered.
 */
import { useRef } from 'preact/hooks'
import IconUndo from '~icons/lucide/undo-2'
import { Button } from '../../shared/ui/button.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { KeptMark, useUnsent } from '../parts/kept-mark.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import '../frame/header-card.css'
import { orderText } from './order-text.ts'
import { type ShownOrder, shownOrders } from './shown-orders.ts'
import { undoOrder } from './undo-order.ts'

/** A hand that is still on its way does not undo what it has just ordered, nor the order that comes to lie under it, ms. */
const deafMs = 700
/** More keys than that are too small for the header; a third is there as soon as one of them is undone. */
const most = 2

export function FreshOrders() {
  const { link, clock, visit } = usePanel()
  const orders = shownOrders(link.view.all('order'), link.pending.value, visit.value?.totals)
  const now = clock.now.value
  const fresh = orders.filter(order => isOpen(order, Math.max(now, link.hubNow()))).slice(0, most)
  const movedAt = useMovedAt(fresh, link.hubNow)
  if (fresh.length === 0) return null
  // The newest first: the key of the one before stays where a finger may be on its way to it.
  return (
    <div class="header-pair">
      {fresh.map((order, index) => (
        <Card
          key={order.key}
          order={order}
          alone={fresh.length === 1}
          deafUntil={deafMs + Math.max(order.placedAt, movedAt[index] ?? 0)}
        />
      ))}
    </div>
  )
}

/**
 * When another order last came to lie where one was, for each of these, hub time, ms. The last of them lies where it lay when it
 * was the only one; as one of them goes all of them move.
 */
function useMovedAt(orders: readonly ShownOrder[], hubNow: () => number): readonly number[] {
  const last = useRef<readonly { readonly key: string; readonly movedAt: number }[]>([])
  const fewer = orders.length < last.current.length
  last.current = orders.map(({ key }, index) => {
    const was = last.current.at(index - orders.length)
    const moved = fewer || (was !== undefined && was.key !== key)
    return { key, movedAt: moved ? hubNow() : (was?.movedAt ?? 0) }
  })
  return last.current.map(({ movedAt }) => movedAt)
}

function isOpen({ status, lockedUntil, byStaff }: ShownOrder, now: number): boolean {
  return (
    (status === 'sending' || status === 'placed' || status === 'awaiting-approval') && !byStaff && now < lockedUntil
  )
}

function Card({ order, alone, deafUntil }: { order: ShownOrder; alone: boolean; deafUntil: number }) {
  const panel = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  const lasts = order.lockedUntil - order.placedAt
  const gone = Math.min(1, Math.max(0, (panel.link.hubNow() - order.placedAt) / lasts))
  const undo = () => {
    if (panel.link.hubNow() >= deafUntil) undoOrder(panel, order)
  }
  const what = orderText(order.lines, itemOf, speech)
  const kept = useUnsent() !== undefined && order.status === 'sending'
  return (
    <section class="header-card" aria-label={alone ? t('orderPlaced') : `${t('orderPlaced')} ${what}`}>
      <div class="header-card-text">
        <p class="header-card-word">
          {/* Two of them leave no room for both words, and what it waits for is the one that counts. */}
          {(alone || !kept) && <span>{t(order.status === 'awaiting-approval' ? 'orderAwaiting' : 'orderPlaced')}</span>}
          {order.total !== undefined && <span class="money">{format.money(order.total)}</span>}
          {kept && <KeptMark />}
        </p>
        <p class="caption">{what}</p>
      </div>
      <Button
        class="header-card-key"
        stacked
        icon={IconUndo}
        word={t('undo')}
        label={alone ? undefined : `${t('undo')} ${what}`}
        onPress={undo}
      />
      <Wipe kind="bar" direction="drain" durationMs={lasts} from={gone} />
    </section>
  )
}
