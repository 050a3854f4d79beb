/** 退单 after delivery: which line, how many, why; one's own PIN and a second person's. */
import { useState } from 'preact/hooks'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { type ReturnReason, returnReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { dot } from '../parts/dot.ts'
import { itemName, roomName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { TwoPins } from '../pin/two-pins.tsx'
import { useSpeech, who } from '../state/house.ts'
import { othersFor } from '../state/may.ts'

interface Wanted {
  readonly line: string
  readonly qty: number
  /** How many of it had gone back already. */
  readonly returned: number
  readonly reason: ReturnReason
}

export function ReturnLine({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t, format, house } = useSpeech()
  const [wanted, setWanted] = useState<Wanted>()
  // Whoever says yes to it sees what to.
  const line = order.lines.find(one => one.line === wanted?.line)
  const what =
    wanted && line
      ? [
          `${itemName(house, line.item)} ×${wanted.qty}`,
          ...(line.unitPrice === undefined ? [] : [format.money(line.unitPrice * wanted.qty)]),
          t(`return.${wanted.reason}`),
        ]
      : []
  return (
    <Dialog
      title={[`${t('returnLine')} ${roomName(house, order.room)}`, ...what].join(dot)}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {wanted ? (
        <TwoPins
          secondWord={t('secondWho')}
          only={othersFor(who(house))}
          onPins={async (pin, second) => {
            const answer = await house.link.sendNow({
              ...{ type: 'ReturnLine', order: order.id, ...wanted, pin },
              ...(second && { second }),
            })
            if (!answer.ok) return answer.refusal
            onClose()
            return undefined
          }}
        />
      ) : (
        <ReturnForm order={order} onReady={setWanted} />
      )}
    </Dialog>
  )
}

function ReturnForm({ order, onReady }: { order: OrderView; onReady: (wanted: Wanted) => void }) {
  const { t, house } = useSpeech()
  const left = order.lines.filter(({ qty, returned }) => qty > returned)
  const [line, setLine] = useState(left[0]?.line)
  const [qty, setQty] = useState(1)
  const [reason, setReason] = useState<ReturnReason>()
  const chosen = left.find(one => one.line === line)
  return (
    <div class="form">
      <Choices
        label={t('returnWhat')}
        current={line}
        onChoose={id => {
          setLine(id)
          setQty(1)
        }}
        choices={left.map(one => ({
          id: one.line,
          word: itemName(house, one.item),
          more: `×${one.qty - one.returned}`,
        }))}
      />
      {chosen && (
        <Stepper
          label={itemName(house, chosen.item)}
          value={qty}
          min={1}
          max={chosen.qty - chosen.returned}
          onChange={setQty}
          words={{ less: t('less'), more: t('oneMore') }}
        />
      )}
      <ChoiceField
        label={t('returnWhy')}
        current={reason}
        onChoose={setReason}
        choices={returnReasons.map(id => ({ id, word: t(`return.${id}`) }))}
      />
      <div class="form-foot">
        <Button
          variant="primary"
          word={t('returnNow', { count: qty })}
          disabled={!chosen || reason === undefined}
          onPress={() => {
            if (chosen && reason !== undefined) onReady({ line: chosen.line, qty, returned: chosen.returned, reason })
          }}
        />
      </div>
    </div>
  )
}
