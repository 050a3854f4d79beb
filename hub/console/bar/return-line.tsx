/** 退单 after delivery: which line, how many, why; one's own PIN and a second person's. */
import { useState } from 'preact/hooks'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { OrderView, StaffView } from '../../../shared/protocol/views/console.ts'
import { type ReturnReason, returnReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { itemName, roomName, staffName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { People } from '../pin/people.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'

interface Wanted {
  readonly line: string
  readonly qty: number
  /** How many of it had gone back already. */
  readonly returned: number
  readonly reason: ReturnReason
}

export function ReturnLine({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t, own, house } = useSpeech()
  const [wanted, setWanted] = useState<Wanted>()
  const [pin, setPin] = useState<string>()
  const [refused, setRefused] = useState<Refusal>()
  const [second, setSecond] = useState<StaffView>()
  const giver = me(house)
  const send = async (typed: string) => {
    if (!wanted || pin === undefined || !second) return undefined
    const answer = await house.link.sendNow({
      type: 'ReturnLine',
      order: order.id,
      ...wanted,
      pin,
      second: { staff: second.id, pin: typed },
    })
    if (answer.ok) {
      onClose()
      return undefined
    }
    if (answer.refusal.about !== giver) return answer.refusal
    // It was one's own that was wrong: that is said, and asked for again, not the second person's.
    setRefused(answer.refusal)
    setPin(undefined)
    return undefined
  }
  return (
    <Dialog
      title={`${t('returnLine')} ${roomName(house, order.room)}`}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {!wanted && <ReturnForm order={order} onReady={setWanted} />}
      {wanted && pin === undefined && (
        <PinEntry
          key="own"
          label={t('enterPin', { staff: staffName(house, giver) })}
          said={refused}
          onPin={async typed => {
            setPin(typed)
            return undefined
          }}
        />
      )}
      {wanted && pin !== undefined && !second && (
        <div class="form">
          <h3>{t('secondWho')}</h3>
          <People label={t('secondWho')} without={giver} onChoose={setSecond} />
        </div>
      )}
      {wanted && pin !== undefined && second && (
        <PinEntry key="second" label={t('enterPin', { staff: own(second.name) })} onPin={send} />
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
      <div class="field">
        <span class="label">{t('returnWhy')}</span>
        <Choices
          label={t('returnWhy')}
          current={reason}
          onChoose={setReason}
          choices={returnReasons.map(id => ({ id, word: t(`return.${id}`) }))}
        />
      </div>
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
