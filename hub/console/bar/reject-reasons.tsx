/** 为什么不接: one tap says no to the order and why. */
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { rejectReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { actOnOrder } from '../state/acts.ts'
import { useSpeech } from '../state/house.ts'

export function RejectReasons({ order }: { order: OrderView }) {
  const { t, house } = useSpeech()
  return (
    <fieldset class="chips" aria-label={t('rejectWhy')}>
      {rejectReasons.map(reason => (
        <Button
          key={reason}
          size="min"
          word={t(`reject.${reason}`)}
          onPress={() => actOnOrder(house, order, { type: 'RejectOrder', reason })}
        />
      ))}
    </fieldset>
  )
}
