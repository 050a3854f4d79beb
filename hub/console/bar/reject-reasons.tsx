/** 为什么不接: one tap says no to the order and why; to some of it, where only these were marked first. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { type RejectReason, rejectReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { itemToPour } from '../parts/names.ts'
import { actOnOrder } from '../state/acts.ts'
import { useSpeech } from '../state/house.ts'

export function RejectReasons({ order, onDone }: { order: OrderView; onDone: () => void }) {
  const { t, house } = useSpeech()
  const [marked, setMarked] = useState<readonly Id[]>([])
  const reject = (reason: RejectReason) => {
    // Also where a colleague was quicker with all of them: without a line it would be for the whole order.
    actOnOrder(house, order, { type: 'RejectOrder', reason, ...(marked.length > 0 && { lines: [...marked] }) })
    // What was marked is gone: the next reason would be for all the rest.
    onDone()
  }
  return (
    <>
      {order.lines.length > 1 && (
        <fieldset class="chips" aria-label={t('rejectWhat')}>
          <p class="label chips-head">{t('rejectWhat')}</p>
          {order.lines.map(({ line, item, qty }) => (
            <Button
              key={line}
              size="min"
              word={`${itemToPour(house, item)} ×${qty}`}
              pressed={marked.includes(line)}
              onPress={() => setMarked(toggled(marked, line))}
            />
          ))}
        </fieldset>
      )}
      <fieldset class="chips" aria-label={t('rejectWhy')}>
        {order.lines.length > 1 && <p class="label chips-head">{t('rejectWhy')}</p>}
        {rejectReasons.map(reason => (
          <Button key={reason} size="min" word={t(`reject.${reason}`)} onPress={() => reject(reason)} />
        ))}
      </fieldset>
    </>
  )
}

const toggled = (marked: readonly Id[], line: Id): readonly Id[] =>
  marked.includes(line) ? marked.filter(one => one !== line) : [...marked, line]
