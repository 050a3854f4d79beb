/** 代客下单: staff order for a party whose rule or bill wants it. */
import { useState } from 'preact/hooks'
import type { RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { itemName } from '../parts/names.ts'
import { Choices, Taboos } from '../parts/parts.tsx'
import { SendKeys } from '../parts/send-keys.tsx'
import { useSpeech } from '../state/house.ts'
import { usePrices } from '../state/price.ts'
import { items } from '../state/shown.ts'

interface Wanted {
  readonly qty: number
  readonly options: readonly string[]
}

export function OrderFor({ visit, room, onClose }: { visit: VisitView; room: RoomView; onClose: () => void }) {
  const { t, own, format, house } = useSpeech()
  const priceOf = usePrices(room.roomClass)
  const [wanted, setWanted] = useState<ReadonlyMap<string, Wanted>>(new Map())
  const soldOutWords = ({ missing }: MenuItemView) =>
    missing === undefined ? t('soldOut') : t('soldOutPart', { item: itemName(house, missing) })
  const set = (item: string, qty: number, options: readonly string[]) => {
    const next = new Map(wanted)
    if (qty === 0) next.delete(item)
    else next.set(item, { qty, options })
    setWanted(next)
  }
  // What was taken off the list meanwhile has no row that it could be taken out by.
  const picked = items(house).flatMap(item => {
    const line = wanted.get(item.id)
    return line ? [{ item, ...line }] : []
  })
  const count = picked.reduce((sum, { qty }) => sum + qty, 0)
  const amount = picked.reduce((sum, { item, qty }) => sum + priceOf(item) * qty, 0)
  const lines = picked.map(({ item, qty, options }) => ({
    item: item.id,
    qty,
    ...(options.length > 0 && { options: [...options] }),
  }))
  return (
    <Dialog
      title={t('orderForRoom', { room: room.name })}
      onClose={onClose}
      actions={
        <SendKeys
          word={count === 0 ? t('placeNow', { count }) : t('placeNowFor', { count, amount: format.money(amount) })}
          command={count === 0 ? undefined : { type: 'PlaceOrderFor', visit: visit.id, lines }}
          said={t('orderPlaced')}
          onClose={onClose}
        />
      }
    >
      <div class="form">
        <Taboos words={[...new Set(visit.members.flatMap(({ taboos }) => taboos))]} />
        <ItemPicker
          row={item => {
            const line = wanted.get(item.id)
            return (
              <>
                {line !== undefined && !item.soldOut && item.options.length > 0 && (
                  <Choices
                    label={t('whichOptions')}
                    current={line.options[0]}
                    onChoose={option => set(item.id, line.qty, [option])}
                    choices={item.options.map(({ id, name }) => ({ id, word: own(name) }))}
                  />
                )}
                <span class="quiet">{item.soldOut ? soldOutWords(item) : format.money(priceOf(item))}</span>
                {(line !== undefined || !item.soldOut) && (
                  <Stepper
                    label={own(item.name)}
                    value={line?.qty ?? 0}
                    // Sold out meanwhile, it is only taken out.
                    max={item.soldOut ? line?.qty : undefined}
                    onChange={qty => set(item.id, qty, line?.options ?? [])}
                    words={{ less: t('less'), more: t('oneMore') }}
                  />
                )}
              </>
            )
          }}
        />
      </div>
    </Dialog>
  )
}
