/** The price changed between the look and the tap: the new one is shown before anything is ordered. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { totalOf } from '../drinks/basket.ts'
import { orderText } from '../drinks/order-text.ts'
import { giveBasketBack, orderAgain } from '../drinks/place-order.ts'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './answers.css'

export function NewPrice({ refused }: { refused: RefusedTap }) {
  const panel = usePanel()
  const speech = useSpeech()
  const { itemOf, minute } = useMenu()
  const { t, format } = speech
  const { command } = refused.tap
  if (command.type !== 'PlaceOrder') return null
  const lines = command.lines.map(({ item, qty, options = [] }) => ({ item, qty, options }))
  const total = totalOf(lines, itemOf, minute)
  const drop = () => {
    giveBasketBack(panel, refused)
    panel.link.dismiss(refused)
  }
  const order = () => orderAgain(panel, refused, total)
  return (
    <Dialog
      title={t('refused.price-changed')}
      onClose={drop}
      actions={
        <>
          <Button variant="standard" size="primary" word={t('withdraw')} onPress={drop} />
          <Button variant="primary" word={t('orderYes')} onPress={order}>
            <span class="money">{format.money(total)}</span>
          </Button>
        </>
      }
    >
      <p>{orderText(lines, itemOf, speech)}</p>
      <p class="gold">{t('newTotal', { price: format.money(total) })}</p>
    </Dialog>
  )
}
