/** 老样子 and 再来一轮 side by side, each one tap; below, what was ordered and how it stands. */
import IconUsual from '~icons/lucide/heart'
import IconAgain from '~icons/lucide/rotate-ccw'
import IconHouse from '~icons/lucide/thumbs-up'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { UsualView } from '../../shared/protocol/views/panel.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { useSpeech } from '../state/panel-context.ts'
import { type Basket, isSameRound } from './basket.ts'
import './for-you.css'
import { OrderList } from './order-list.tsx'
import type { Ordering } from './order-rule.ts'
import { RoundCard } from './round-card.tsx'
import type { ShownOrder } from './shown-orders.ts'

export interface ForYouProps {
  usual: UsualView['items']
  again: Basket
  orders: readonly ShownOrder[]
  ordering: Ordering
}

export function ForYou({ usual, again, orders, ordering }: ForYouProps) {
  const { t } = useSpeech()
  const lines = usual.map(({ item, qty }) => ({ item, qty, options: [] }))
  const known = usual.some(({ times }) => times > 0)
  const reasonOf = (id: Id) => {
    const found = usual.find(({ item }) => item === id)
    return found && whyUsual(found, t)
  }
  if (usual.length + again.length + orders.length === 0) {
    return <EmptyState title={t('noOrders')} hint={t('noOrdersHint')} />
  }
  return (
    <div class="for-you">
      <div class="rounds">
        {/* Who has had it wants another round of it: one key for one thing. */}
        {usual.length > 0 && !isSameRound(lines, again) && (
          <RoundCard
            key={`usual ${JSON.stringify(lines)}`}
            source="usual"
            icon={known ? IconUsual : IconHouse}
            word={known ? t('theUsual') : t('houseFavourites')}
            lines={lines}
            reasonOf={reasonOf}
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
          <OrderList orders={orders} />
        </section>
      )}
    </div>
  )
}

/** In one sentence that a guest can check; what the house proposes was never theirs. */
function whyUsual({ times, inARow }: UsualView['items'][number], t: Translate<'panel'>): string {
  if (inARow !== undefined) return t('usualInARow', { count: inARow })
  if (times > 0) return t('usualTimes', { count: times })
  return t('usualOfHouse')
}
