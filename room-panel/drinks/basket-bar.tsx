/** The foot of the drinks: what it comes to so far, and what was picked together. */
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { countOf, totalOf } from './basket.ts'
import { placeOrder } from './place-order.ts'
import { Spend } from './spend.tsx'

export function BasketBar() {
  const panel = usePanel()
  const { t, format } = useSpeech()
  const { itemOf, minute } = useMenu()
  const { basket } = panel
  const lines = basket.value
  const total = totalOf(lines, itemOf, minute)
  const order = () => {
    placeOrder(panel, 'menu', lines, total)
    basket.value = []
  }
  return (
    <footer class="drinks-foot">
      {lines.length === 0 && <Spend />}
      {lines.length > 0 && (
        <div class="basket" role="status">
          <span>
            {t('chosen')} {t('items', { count: countOf(lines) })}
          </span>
          <Button
            size="min"
            variant="quiet"
            icon={IconClear}
            word={t('clear')}
            onPress={() => {
              basket.value = []
            }}
          />
          <Button variant="primary" size="min" word={t('placeOrder')} onPress={order}>
            <span class="money">{format.money(total)}</span>
          </Button>
        </div>
      )}
    </footer>
  )
}
