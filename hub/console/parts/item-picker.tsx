/** Drinks to choose from: search, categories as chips, sold-out ones last and dead. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import { useSpeech } from '../state/house.ts'
import { items } from '../state/shown.ts'
import { ItemSearchField, useItemSearch } from './item-search.tsx'
import { Choices } from './parts.tsx'
import './item-picker.css'

export interface ItemPickerProps {
  /** What stands at the end of an item's row: a price, a stepper, a switch. */
  row: (item: MenuItemView) => ComponentChildren
  /** Which of them there are to choose from. */
  which?: (item: MenuItemView) => boolean
}

const all = () => true

export function ItemPicker({ row, which = all }: ItemPickerProps) {
  const { t, own, house } = useSpeech()
  const search = useItemSearch()
  const [chosen, setCategory] = useState<string>('all')
  const choosable = items(house).filter(which)
  const holding = new Set(choosable.map(({ category }) => category))
  const categories = house.link
    .all('category')
    .filter(({ id }) => holding.has(id))
    .sort((one, other) => one.order - other.order)
  const category = holding.has(chosen) ? chosen : 'all'
  const found = search
    .found(choosable)
    .filter(item => category === 'all' || item.category === category || !search.empty)
    .sort((one, other) => Number(one.soldOut) - Number(other.soldOut))
  return (
    <div class="items">
      <ItemSearchField search={search} />
      <Choices
        label={t('drinks')}
        current={category}
        onChoose={setCategory}
        choices={[{ id: 'all', word: t('allFilters') }, ...categories.map(({ id, name }) => ({ id, word: own(name) }))]}
      />
      {found.length === 0 ? (
        <p class="quiet">{t('noItems')}</p>
      ) : (
        <ul class="items-list">
          {found.map(item => (
            <li key={item.id} data-sold-out={item.soldOut ? '' : undefined}>
              <span class="items-name">
                {own(item.name)} {!item.package && <span class="quiet">{own(item.unit)}</span>}
              </span>
              {row(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
