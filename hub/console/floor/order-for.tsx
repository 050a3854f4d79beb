/** 代客下单: staff order for a party whose rule or bill wants it. */
import { useState } from 'preact/hooks'
import type { RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { itemName } from '../parts/names.ts'
import { Choices, Taboos } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'
import { usePrices } from '../state/price.ts'

interface Wanted {
  readonly qty: number
  readonly options: readonly string[]
}

export function OrderFor({ visit, room, onClose }: { visit: VisitView; room: RoomView; onClose: () => void }) {
  const { t, own, format, house } = useSpeech()
  const priceOf = usePrices(room.roomClass)
  const [wanted, setWanted] = useState<ReadonlyMap<string, Wanted>>(new Map())
  const set = (item: string, qty: number, options: readonly string[]) => {
    const next = new Map(wanted)
    if (qty === 0) next.delete(item)
    else next.set(item, { qty, options })
    setWanted(next)
  }
  const count = [...wanted.values()].reduce((sum, { qty }) => sum + qty, 0)
  const amount = [...wanted].reduce((sum, [id, { qty }]) => {
    const item = house.link.get('item', id)
    return sum + (item ? priceOf(item) * qty : 0)
  }, 0)
  return (
    <Dialog
      title={t('orderForRoom', { room: room.name })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button
            variant="primary"
            word={count === 0 ? t('placeNow', { count }) : t('placeNowFor', { count, amount: format.money(amount) })}
            disabled={count === 0}
            onPress={() => {
              const lines = [...wanted].map(([item, { qty, options }]) => ({
                item,
                qty,
                ...(options.length > 0 && { options: [...options] }),
              }))
              house.tap({ type: 'PlaceOrderFor', visit: visit.id, lines }, t('orderPlaced'))
              onClose()
            }}
          />
        </>
      }
    >
      <div class="form">
        <Taboos words={[...new Set(visit.members.flatMap(({ taboos }) => taboos))]} />
        <ItemPicker
          row={item => {
            const line = wanted.get(item.id)
            if (item.soldOut)
              return (
                <span class="quiet">
                  {item.missing === undefined
                    ? t('soldOut')
                    : t('soldOutPart', { item: itemName(house, item.missing) })}
                </span>
              )
            return (
              <>
                {line !== undefined && item.options.length > 0 && (
                  <Choices
                    label={t('whichOptions')}
                    current={line.options[0]}
                    onChoose={option => set(item.id, line.qty, [option])}
                    choices={item.options.map(({ id, name }) => ({ id, word: own(name) }))}
                  />
                )}
                <span class="quiet">{format.money(priceOf(item))}</span>
                <Stepper
                  label={own(item.name)}
                  value={line?.qty ?? 0}
                  onChange={qty => set(item.id, qty, line?.options ?? [])}
                  words={{ less: t('less'), more: t('oneMore') }}
                />
              </>
            )
          }}
        />
      </div>
    </Dialog>
  )
}
