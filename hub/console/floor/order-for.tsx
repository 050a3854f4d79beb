/** 代客下单: staff order for a party whose rule or bill wants it. */
import type { RoomView, VisitView } from '../../../shared/protocol/views/console.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { itemName } from '../parts/names.ts'
import { Choices, Taboos } from '../parts/parts.tsx'
import { SendKeys } from '../parts/send-keys.tsx'
import type { DraftOf } from '../state/drafts.ts'
import { useSpeech } from '../state/house.ts'
import { usePrices } from '../state/price.ts'
import { items } from '../state/shown.ts'
import { OrderBasket } from './order-basket.tsx'
import { countOf, orderOf, pickedOf, totalOf, type WantedLines, withLine } from './order-lines.ts'

export interface OrderForProps {
  visit: VisitView
  room: RoomView
  draft: DraftOf<WantedLines>
  wanted: WantedLines
}

export function OrderFor({ visit, room, draft, wanted }: OrderForProps) {
  const { t, own, format, house } = useSpeech()
  const priceOf = usePrices(room.roomClass)
  const soldOutWords = ({ missing }: MenuItemView) =>
    missing === undefined ? t('soldOut') : t('soldOutPart', { item: itemName(house, missing) })
  const set = (item: string, qty: number, options: readonly string[]) =>
    draft.set(withLine(draft.latest() ?? wanted, { item, qty, options }))
  const picked = pickedOf(wanted, items(house), priceOf)
  const count = countOf(picked)
  const total = totalOf(picked)
  const canBeHad = picked.filter(({ item }) => !item.soldOut)
  const rest = canBeHad.length < picked.length ? orderOf(visit.id, canBeHad) : undefined
  return (
    <Dialog
      title={t('orderForRoom', { room: room.name })}
      onClose={draft.drop}
      actions={
        <SendKeys
          word={count === 0 ? t('placeNow', { count }) : t('placeNowFor', { count, amount: format.money(total) })}
          command={orderOf(visit.id, picked)}
          instead={
            rest && {
              word: t('placeRest', { count: countOf(canBeHad), amount: format.money(totalOf(canBeHad)) }),
              command: rest,
            }
          }
          said={({ t }) => t('orderPlaced')}
          draft={draft}
          onClose={draft.drop}
        />
      }
    >
      <div class="form">
        <Taboos words={[...new Set(visit.members.flatMap(({ taboos }) => taboos))]} />
        <ItemPicker
          row={item => {
            const line = wanted.find(one => one.item === item.id)
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
                    label={itemName(house, item.id)}
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
        <OrderBasket picked={picked} total={total} onQty={({ item, options }, qty) => set(item.id, qty, options)} />
      </div>
    </Dialog>
  )
}
