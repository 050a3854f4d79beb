/** What was ordered, newest first: all that is still under way, a handful of what is done, and the rest by one tap. */
import { useState } from 'preact/hooks'
import IconOlder from '~icons/lucide/history'
import { Button } from '../../shared/ui/button.tsx'
import { useSpeech } from '../state/panel-context.ts'
import { foldOrders } from './fold-orders.ts'
import { OrderRow } from './order-row.tsx'
import type { ShownOrder } from './shown-orders.ts'

export function OrderList({ orders }: { orders: readonly ShownOrder[] }) {
  const { t } = useSpeech()
  const [unfolded, setUnfolded] = useState(false)
  const { shown, folded } = unfolded ? { shown: orders, folded: 0 } : foldOrders(orders)
  return (
    <>
      <ol class="rows">
        {shown.map(order => (
          <OrderRow key={order.key} order={order} />
        ))}
      </ol>
      {folded > 0 && (
        <Button
          variant="quiet"
          icon={IconOlder}
          word={t('olderOrders', { count: folded })}
          onPress={() => setUnfolded(true)}
        />
      )}
    </>
  )
}
