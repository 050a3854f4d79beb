/** 老样子 and 再来一轮 side by side, each one tap; below, what was ordered and how it stands. */
import IconUsual from '~icons/lucide/heart'
import IconAgain from '~icons/lucide/rotate-ccw'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { useSpeech } from '../state/panel-context.ts'
import type { Basket } from './basket.ts'
import { OrderRow } from './order-row.tsx'
import type { Ordering } from './order-rule.ts'
import { RoundCard } from './round-card.tsx'
import type { ShownOrder } from './shown-orders.ts'

export interface ForYouProps {
  usual: Basket
  again: Basket
  orders: readonly ShownOrder[]
  ordering: Ordering
}

export function ForYou({ usual, again, orders, ordering }: ForYouProps) {
  const { t } = useSpeech()
  if (usual.length + again.length + orders.length === 0) {
    return <EmptyState title={t('noOrders')} hint={t('noOrdersHint')} />
  }
  return (
    <div class="for-you">
      <div class="rounds">
        {usual.length > 0 && (
          <RoundCard
            key={`usual ${JSON.stringify(usual)}`}
            source="usual"
            icon={IconUsual}
            word={t('theUsual')}
            lines={usual}
            ordering={ordering}
          />
        )}
        {again.length > 0 && (
          <RoundCard
            key={`again ${JSON.stringify(again)}`}
            source="again"
            icon={IconAgain}
            word={t('anotherRound')}
            lines={again}
            ordering={ordering}
          />
        )}
      </div>
      {orders.length > 0 && (
        <section>
          <p class="caption orders-title">{t('yourOrders')}</p>
          <ol class="rows">
            {orders.map(order => (
              <OrderRow key={order.key} order={order} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
