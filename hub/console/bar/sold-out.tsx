/** 售完开关: one tap and every panel knows. What is sold out stands first: some of it came in again since last night. */
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { itemName } from '../parts/names.ts'
import { Sheet } from '../parts/sheet.tsx'
import { useSpeech } from '../state/house.ts'
import { items } from '../state/shown.ts'

export function SoldOut({ onClose }: { onClose: () => void }) {
  const { t, own, house } = useSpeech()
  const gone = markedSoldOut(items(house))
  return (
    <Sheet label={t('soldOutList')} title={t('soldOutList')} onClose={onClose}>
      <div class="sold-out">
        {gone.length > 0 && (
          <section class="items" aria-label={t('soldOutNow')}>
            <h3 class="label">{t('soldOutNow')}</h3>
            <ul class="items-list">
              {gone.map(({ id, name }) => (
                <li key={id}>
                  <span class="items-name">{own(name)}</span>
                  <Button
                    size="min"
                    word={t('backInStock')}
                    label={`${own(name)} ${t('backInStock')}`}
                    onPress={() => house.tap({ type: 'SetSoldOut', item: id, soldOut: false })}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <ItemPicker
          row={({ id, soldOut, missing }) =>
            missing !== undefined ? (
              <span class="quiet">{t('soldOutPart', { item: itemName(house, missing) })}</span>
            ) : (
              <Button
                size="min"
                word={soldOut ? t('soldOut') : t('inStock')}
                label={`${itemName(house, id)} ${soldOut ? t('soldOut') : t('inStock')}`}
                pressed={soldOut}
                onPress={() => house.tap({ type: 'SetSoldOut', item: id, soldOut: !soldOut })}
              />
            )
          }
        />
      </div>
    </Sheet>
  )
}

/** Marked by hand: not a package that lacks one of them, and a drink once, in however many packs it is sold. */
export function markedSoldOut(menu: readonly MenuItemView[]): readonly MenuItemView[] {
  const marked = new Map<string, MenuItemView>()
  for (const item of menu) {
    const drink = JSON.stringify([item.category, item.name.zhHans])
    if (item.soldOut && item.missing === undefined && !marked.has(drink)) marked.set(drink, item)
  }
  return [...marked.values()]
}
