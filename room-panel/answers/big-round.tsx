/** An unusually big round is asked about once. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { orderText } from '../drinks/order-text.ts'
import { giveBasketBack, orderAgain } from '../drinks/place-order.ts'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './answers.css'

export function BigRound({ refused }: { refused: RefusedTap }) {
  const panel = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  const { command } = refused.tap
  const drop = () => {
    giveBasketBack(panel, refused)
    panel.link.dismiss(refused)
  }
  const order = () => orderAgain(panel, refused)
  return (
    <Dialog
      title={t('refused.big-round')}
      onClose={drop}
      actions={
        <>
          <Button variant="standard" size="primary" word={t('withdraw')} onPress={drop} />
          <Button variant="primary" word={t('orderYes')} onPress={order}>
            {command.type === 'PlaceOrder' && <span class="money">{format.money(command.seen)}</span>}
          </Button>
        </>
      }
    >
      {command.type === 'PlaceOrder' && (
        <p>
          {orderText(
            command.lines.map(({ item, qty, options = [] }) => ({ item, qty, options })),
            itemOf,
            speech,
          )}
        </p>
      )}
    </Dialog>
  )
}
