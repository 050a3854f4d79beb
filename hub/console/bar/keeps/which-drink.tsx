/** Which drink is in the bottle: first what was brought to that table. */
import type { VisitView } from '../../../../shared/protocol/views/console.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { itemName } from '../../parts/names.ts'
import { Choices } from '../../parts/parts.tsx'
import { type House, useSpeech } from '../../state/house.ts'
import { orders } from '../../state/shown.ts'

interface WhichDrinkProps {
  item: string | undefined
  visit: VisitView | undefined
  onChoose: (item: string | undefined) => void
}

export function WhichDrink({ item, visit, onChoose }: WhichDrinkProps) {
  const { t, house } = useSpeech()
  return (
    <div class="field">
      <span class="label">{t('keepWhat')}</span>
      {item === undefined ? (
        <>
          {visit && (
            <Choices
              label={t('keepWhat')}
              onChoose={onChoose}
              choices={broughtTo(house, visit).map(id => ({ id, word: itemName(house, id) }))}
            />
          )}
          <ItemPicker
            which={item => !item.package}
            row={one => (
              <Button
                size="min"
                word={t('keepThis')}
                label={`${t('keepThis')} ${itemName(house, one.id)}`}
                onPress={() => onChoose(one.id)}
              />
            )}
          />
        </>
      ) : (
        <p class="keep-chosen">
          <strong>{itemName(house, item)}</strong>
          <Button size="min" variant="quiet" word={t('change')} onPress={() => onChoose(undefined)} />
        </p>
      )}
    </div>
  )
}

/** Most likely it is one of these. */
function broughtTo(house: House, { id }: VisitView): readonly string[] {
  const brought = orders(house).filter(({ visit, status }) => visit === id && status === 'delivered')
  const lines = brought.flatMap(order => order.lines)
  const drinks = lines.flatMap(({ item, components }) =>
    components.length === 0 ? [item] : components.map(part => part.item),
  )
  return [...new Set(drinks)].slice(0, 8)
}
