/** 售完开关: one tap and every panel knows. */
import { Button } from '../../../shared/ui/button.tsx'
import { ItemPicker } from '../parts/item-picker.tsx'
import { itemName } from '../parts/names.ts'
import { Sheet } from '../parts/sheet.tsx'
import { useSpeech } from '../state/house.ts'

export function SoldOut({ onClose }: { onClose: () => void }) {
  const { t, own, house } = useSpeech()
  return (
    <Sheet label={t('soldOutList')} title={t('soldOutList')} onClose={onClose}>
      <div class="sold-out">
        <ItemPicker
          row={({ id, name, soldOut, missing }) =>
            missing !== undefined ? (
              <span class="quiet">{t('soldOutPart', { item: itemName(house, missing) })}</span>
            ) : (
              <Button
                size="min"
                word={soldOut ? t('soldOut') : t('inStock')}
                label={`${own(name)} ${soldOut ? t('soldOut') : t('inStock')}`}
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
