/** 为什么不接: one tap says no to the order and why; to some of it, where only these were marked first. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { type RejectReason, rejectReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { itemToPour } from '../parts/names.ts'
import { actOnOrder } from '../state/acts.ts'
import { type House, may, useSpeech } from '../state/house.ts'
import { items } from '../state/shown.ts'

export function RejectReasons({ order, onDone }: { order: OrderView; onDone: () => void }) {
  const { t, house } = useSpeech()
  const [marked, setMarked] = useState<readonly Id[]>([])
  const reject = (reason: RejectReason) => {
    const gone = order.lines.filter(({ line }) => marked.length === 0 || marked.includes(line)).map(({ item }) => item)
    // Also where a colleague was quicker with all of them: without a line it would be for the whole order.
    const lines = marked.length > 0 && { lines: [...marked] }
    actOnOrder(house, order, { type: 'RejectOrder', reason, ...lines }, () => {
      if (reason === 'sold-out') askSoldOut(house, gone)
    })
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

/** Else the next room orders what was just refused for being gone. */
function askSoldOut(house: House, refused: readonly Id[]): void {
  if (!may(house, 'SetSoldOut')) return
  const { t, own, list } = house.speech.peek()
  const still = items(house).filter(
    ({ id, soldOut, missing }) => refused.includes(id) && !soldOut && missing === undefined,
  )
  if (still.length === 0) return
  house.notices.ask({
    title: t('soldOut'),
    text: t('soldOutAsk', { items: list(still.map(({ name }) => own(name))) }),
    yes: t('soldOutMark'),
    no: t('soldOutLeave'),
    grave: false,
    onYes: () => {
      for (const { id } of still) house.tap({ type: 'SetSoldOut', item: id, soldOut: true })
    },
  })
}

const toggled = (marked: readonly Id[], line: Id): readonly Id[] =>
  marked.includes(line) ? marked.filter(one => one !== line) : [...marked, line]
