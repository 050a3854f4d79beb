/** 赠送: what, how much, why; then the giver's PIN, and for more than a little a second person's. Shows what is left to give. */
import { useState } from 'preact/hooks'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { RoomView, StaffView, VisitView } from '../../../shared/protocol/views/console.ts'
import { type CompKind, type CompReason, compKinds, compReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { MoneyField } from '../parts/money-field.tsx'
import { itemName, staffName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { SecondPerson } from '../pin/two-pins.tsx'
import { type House, me, useSpeech, who } from '../state/house.ts'
import { othersFor } from '../state/may.ts'
import { usePrices } from '../state/price.ts'
import { useAnswer } from '../state/use-answer.ts'

type Gift = Omit<CommandOf<'GiveComp'>, 'pin' | 'second'>

export function GiveComp({ visit, room, onClose }: { visit: VisitView; room: RoomView; onClose: () => void }) {
  const { t, house } = useSpeech()
  const [gift, setGift] = useState<Gift>()
  return (
    <Dialog
      title={t('giveCompTo', { room: room.name })}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {gift ? (
        <GiftPins
          gift={gift}
          onDone={() => {
            house.notices.say(({ t }) => t('compDone'))
            onClose()
          }}
        />
      ) : (
        <GiftForm visit={visit} room={room} onReady={setGift} />
      )}
    </Dialog>
  )
}

function GiftForm(props: { visit: VisitView; room: RoomView; onReady: (gift: Gift) => void }) {
  const { visit, room, onReady } = props
  const { t, format, house } = useSpeech()
  const priceOf = usePrices(room.roomClass)
  const [kind, setKind] = useState<CompKind>('gift')
  const [item, setItem] = useState<string>()
  const [qty, setQty] = useState(1)
  const [amount, setAmount] = useState<number | null>(0)
  const [reason, setReason] = useState<CompReason>()
  const chosen = item === undefined ? undefined : house.link.get('item', item)
  const worth = kind === 'gift' ? (chosen ? priceOf(chosen) * qty : 0) : (amount ?? 0)
  // Everybody's is seen by who answers for the house; one's own is asked for.
  const seen = house.link.get('staff', me(house) ?? '')?.compLeft
  const asked = useAnswer(seen === undefined ? ({ type: 'CompLeft' } as const) : undefined)
  const left = seen ?? asked.value?.left
  const over = left !== undefined && worth > left
  const bill = billOf(visit)
  return (
    <div class="form">
      {left !== undefined && <p class={over ? 'wrong' : 'quiet'}>{t('compLeft', { amount: format.money(left) })}</p>}
      <Choices
        label={t('giveComp')}
        current={kind}
        onChoose={setKind}
        choices={compKinds.map(id => ({
          id,
          word: t(id === 'gift' ? 'gift' : id === 'reduction' ? 'reduction' : 'waived'),
        }))}
      />
      {kind !== 'gift' && <MoneyField label={t('compAmount')} value={amount} onChange={setAmount} />}
      {kind !== 'gift' && bill !== undefined && (
        <p class={worth > bill ? 'wrong' : 'quiet'}>{t('billSoFar', { amount: format.money(bill) })}</p>
      )}
      {kind === 'gift' && item !== undefined && (
        <div class="form-foot">
          <strong>{itemName(house, item)}</strong>
          <Stepper
            label={itemName(house, item)}
            value={qty}
            min={1}
            onChange={setQty}
            words={{ less: t('less'), more: t('oneMore') }}
          />
          <Button size="min" variant="quiet" word={t('change')} onPress={() => setItem(undefined)} />
        </div>
      )}
      {kind === 'gift' && item === undefined && (
        <ItemPicker
          which={one => one.gift === true && !one.package}
          row={one => (
            <>
              <span class="quiet">{format.money(priceOf(one))}</span>
              <Button
                size="min"
                word={t('gift')}
                label={`${t('gift')} ${itemName(house, one.id)}`}
                disabled={one.soldOut}
                onPress={() => setItem(one.id)}
              />
            </>
          )}
        />
      )}
      <div class="field">
        <span class="label">{t('compWhy')}</span>
        <Choices
          label={t('compWhy')}
          current={reason}
          onChoose={setReason}
          choices={compReasons.map(id => ({ id, word: t(`compReason.${id}`) }))}
        />
      </div>
      <div class="form-foot">
        {worth > 0 && <span class={over ? 'wrong' : undefined}>{t('compWorth', { amount: format.money(worth) })}</span>}
        <Button
          variant="primary"
          word={t('next')}
          disabled={reason === undefined || worth === 0 || over}
          onPress={() => {
            if (reason === undefined) return
            onReady({
              type: 'GiveComp',
              visit: visit.id,
              kind,
              reason,
              ...(kind === 'gift' && item !== undefined ? { item, qty } : { amount: worth }),
            })
          }}
        />
      </div>
    </div>
  )
}

/** What there is to take something off, as far as this person sees it: nought too many would come off the whole night. */
const billOf = ({ money, comps }: VisitView): number | undefined =>
  money &&
  comps.reduce((left, { kind, amount }) => (kind === 'gift' ? left : left - amount), money.ordered + money.room)

/** The giver's PIN; if the hub wants a second person, theirs too. Neither is kept longer than the tap. */
function GiftPins({ gift, onDone }: { gift: Gift; onDone: () => void }) {
  const { t, own, house } = useSpeech()
  const [pin, setPin] = useState<string>()
  const [second, setSecond] = useState<StaffView>()
  const [notThey, setNotThey] = useState<Refusal>()
  const giver = me(house)
  if (pin === undefined) {
    return (
      <PinEntry
        label={t('enterPin', { staff: staffName(house, giver) })}
        onPin={async typed => {
          const answer = await house.link.sendNow({ ...gift, pin: typed })
          if (answer.ok) onDone()
          else if (answer.refusal.refused === 'second-person') setPin(typed)
          else return answer.refusal
          return undefined
        }}
      />
    )
  }
  if (!second) {
    const others = othersFor(who(house))
    return <SecondPerson word={t('secondWho')} without={giver} only={others} notThey={notThey} onChoose={setSecond} />
  }
  return (
    <PinEntry
      label={t('enterPin', { staff: own(second.name) })}
      onPin={async typed => {
        const answer = await giveWithTwo(house, gift, pin, { staff: second.id, pin: typed }, onDone)
        if (answer?.refused !== 'one-hand') return answer
        setNotThey(answer)
        setSecond(undefined)
        return undefined
      }}
    />
  )
}

async function giveWithTwo(
  house: House,
  gift: Gift,
  pin: string,
  second: { readonly staff: string; readonly pin: string },
  onDone: () => void,
) {
  const answer = await house.link.sendNow({ ...gift, pin, second })
  if (!answer.ok) return answer.refusal
  onDone()
  return undefined
}
