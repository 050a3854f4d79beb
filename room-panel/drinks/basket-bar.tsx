/** The foot of the drinks: what it comes to so far, and what was picked together, to be ordered in one. */
import { useState } from 'preact/hooks'
import IconDone from '~icons/lucide/check'
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { type Basket, countOf, totalOf } from './basket.ts'
import './basket-bar.css'
import { orderText } from './order-text.ts'
import { orderBasket, wasJustOrdered } from './place-order.ts'
import { Spend } from './spend.tsx'

export function BasketBar({ spend }: { spend: boolean }) {
  const panel = usePanel()
  const { basket } = panel
  const [ordered, setOrdered] = useState<Basket>([])
  const lines = basket.value
  if (lines.length > 0) {
    return <Picked lines={lines} onOrder={() => setOrdered(lines)} />
  }
  // It stays where it was while a finger may still be mashing it: nothing else comes to lie there.
  if (ordered.length > 0 && wasJustOrdered(panel, ordered)) return <JustOrdered spend={spend} />
  if (!spend) return null
  return (
    <footer class="drinks-foot">
      <Spend />
    </footer>
  )
}

function Picked({ lines, onOrder }: { lines: Basket; onOrder: () => void }) {
  const panel = usePanel()
  const speech = useSpeech()
  const { itemOf, minute } = useMenu()
  const { t, format } = speech
  const { basket } = panel
  const total = totalOf(lines, itemOf, minute)
  // The same once more, within a mash of it.
  const ordered = wasJustOrdered(panel, lines)
  const canBeHad = lines.filter(({ item }) => itemOf(item)?.soldOut === false)
  return (
    <footer class="drinks-foot">
      <div class="basket">
        <p class="basket-lines" role="status">
          <span class="caption">
            {t('chosen')} {t('items', { count: countOf(lines) })}
          </span>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too */}
          <span class="basket-text" tabIndex={0}>
            {orderText(lines, itemOf, speech)}
          </span>
        </p>
        {canBeHad.length < lines.length && (
          <Button
            variant="quiet"
            word={t('dropSoldOut')}
            onPress={() => {
              basket.value = canBeHad
            }}
          />
        )}
        <Button
          variant="quiet"
          icon={IconClear}
          word={t('clear')}
          onPress={() => {
            basket.value = []
          }}
        />
        <Button
          variant="primary"
          class="basket-order"
          icon={ordered ? IconDone : undefined}
          word={t(ordered ? 'orderPlaced' : 'placeOrder')}
          busy={ordered}
          pressed={ordered}
          onPress={() => {
            orderBasket(panel, total)
            onOrder()
          }}
        >
          {!ordered && <span class="money">{format.money(total)}</span>}
        </Button>
      </div>
    </footer>
  )
}

function JustOrdered({ spend }: { spend: boolean }) {
  const { t } = useSpeech()
  return (
    <footer class="drinks-foot">
      {spend && <Spend />}
      <div class="basket">
        <Button
          variant="primary"
          class="basket-order"
          icon={IconDone}
          word={t('orderPlaced')}
          busy
          pressed
          onPress={() => undefined}
        />
      </div>
    </footer>
  )
}
