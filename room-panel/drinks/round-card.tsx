/** A whole round on one button, with its price; each line can be made more or less before. */
import { useState } from 'preact/hooks'
import IconDone from '~icons/lucide/check'
import { priceAt } from '../../shared/protocol/price-at.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { GuestSource } from '../../shared/protocol/words.ts'
import { Button } from '../../shared/ui/button.tsx'
import type { Icon } from '../../shared/ui/icon-word.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { type Basket, countOf, mostOfOne, totalOf } from './basket.ts'
import type { Ordering } from './order-rule.ts'
import { lastOrdered, placeOrder, wasJustOrdered } from './place-order.ts'
import './round-card.css'

export interface RoundCardProps {
  source: Exclude<GuestSource, 'menu'>
  icon: Icon
  word: string
  lines: Basket
  /** Why one of them is here, where that may be said. */
  reasonOf?: (item: Id) => string | undefined
  ordering: Ordering
}

export function RoundCard({ source, icon: Drawing, word, lines, reasonOf, ordering }: RoundCardProps) {
  const panel = usePanel()
  const { t, format, own } = useSpeech()
  const { itemOf, minute } = useMenu()
  const [asked, setAsked] = useState(lines)
  const [adjusting, setAdjusting] = useState(false)
  const wanted = asked.filter(({ qty }) => qty > 0)
  const total = totalOf(wanted, itemOf, minute)
  // The same round under the other word rests as well, but only the key that was tapped says 已下单.
  const resting = wanted.length > 0 && wasJustOrdered(panel, wanted)
  const ordered = resting && panel.orderedBy.value === source
  // A tablet is shared: whoever taps 老样子 next sees that somebody has. 再来一轮 is what it says.
  const before = source === 'usual' && !resting ? lastOrdered(panel, wanted) : undefined
  const setQty = (at: number, qty: number) =>
    setAsked(asked.map((line, index) => (index === at ? { ...line, qty: Math.min(qty, mostOfOne) } : line)))
  return (
    <section class="round" aria-label={word}>
      <header class="round-head">
        <Drawing class="icon" aria-hidden="true" />
        {/* Else the key under it says so. */}
        {ordering !== 'here' && <h3>{word}</h3>}
        {ordering === 'here' && !adjusting && (
          <Button
            class="round-adjust"
            size="min"
            variant="quiet"
            word={t('adjust')}
            label={`${word} ${t('adjust')}`}
            onPress={() => setAdjusting(true)}
          />
        )}
      </header>
      {/* Before the lines: however many there are, one tap is never below the fold. */}
      {ordering === 'here' && (
        <Button
          variant="primary"
          icon={ordered ? IconDone : undefined}
          word={ordered ? t('orderPlaced') : word}
          disabled={countOf(wanted) === 0 || (resting && !ordered)}
          busy={ordered}
          onPress={() => placeOrder(panel, source, wanted, total)}
        >
          {!ordered && <span class="money">{format.money(total)}</span>}
        </Button>
      )}
      {ordering === 'here' && before !== undefined && (
        <p class="caption">{t('orderedAt', { time: format.time(before) })}</p>
      )}
      <ol class="rows">
        {asked.map(({ item, qty }, at) => {
          const found = itemOf(item)
          if (!found) return null
          return (
            <li class="round-line" key={item}>
              <div class="round-what">
                <p class="title-text">{own(found.name)}</p>
                {!adjusting && <Reason text={reasonOf?.(item)} />}
              </div>
              {adjusting ? (
                <Stepper
                  label={own(found.name)}
                  value={qty}
                  onChange={to => setQty(at, to)}
                  words={{ less: t('less'), more: t('oneMore') }}
                />
              ) : (
                <span class="round-sum">×{qty}</span>
              )}
              {adjusting && <span class="caption money">{format.money(qty * priceAt(found, minute))}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const Reason = ({ text }: { text: string | undefined }) => (text ? <p class="caption">{text}</p> : null)
