/** 酒水: the price list by category, what is off it too; each row opens what can be changed. */

import { useState } from 'preact/hooks'
import IconDown from '~icons/lucide/chevron-down'
import IconUp from '~icons/lucide/chevron-up'
import type { CategorySetupView, ItemSetupView, MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { dot } from '../../parts/dot.ts'
import { Answered } from '../../parts/fetching.tsx'
import { ItemSearchField, useItemSearch } from '../../parts/item-search.tsx'
import { Choices } from '../../parts/parts.tsx'
import { useDraft } from '../../state/drafts.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useSetup } from '../setup-words.ts'
import { type CategoryDraft, CategoryForm, draftOfCategory } from './category-form.tsx'
import { draftOfItem, type ItemDraft, newItem } from './item-draft.ts'
import { ItemForm } from './item-form.tsx'

export function MenuSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'MenuSetup' }, house.link.one('setup')?.menu)
  return <Answered asked={asked}>{menu => <MenuList menu={menu} />}</Answered>
}

const retiredOnes = 'retired'

function MenuList({ menu }: { menu: MenuSetupView }) {
  const { t, s, own } = useSetup()
  const item = useDraft<ItemDraft>('item')
  const category = useDraft<CategoryDraft>('category')
  const [chosen, choose] = useState<string>()
  const search = useItemSearch()
  const current = chosen ?? menu.categories[0]?.id ?? retiredOnes
  const shownCategory = menu.categories.find(({ id }) => id === current)
  const shown = search.empty
    ? menu.items.filter(({ retired, category }) =>
        current === retiredOnes ? retired : !retired && category === current,
      )
    : search.found(menu.items)
  const into = shownCategory?.id ?? menu.categories[0]?.id ?? ''
  const count = (id: string) => menu.items.filter(one => !one.retired && one.category === id).length
  return (
    <div class="setup-part">
      <div class="setup-tools">
        <ItemSearchField search={search} />
        <Button
          variant="primary"
          word={s('addItem')}
          disabled={menu.categories.length === 0}
          onPress={() => item.open(newItem(into, mostlyAlcohol(menu, into)))}
        />
        <Button word={s('addCategory')} onPress={() => category.open({ rev: 0, name: { zhHans: '' } })} />
      </div>
      <Choices
        label={s('categories')}
        current={current}
        onChoose={id => {
          choose(id)
          search.setText('')
        }}
        choices={[
          ...menu.categories.map(({ id, name }) => ({ id, word: own(name), more: String(count(id)) })),
          { id: retiredOnes, word: s('retired'), more: String(menu.items.filter(({ retired }) => retired).length) },
        ]}
      />
      {shownCategory && search.empty && (
        <CategoryTools
          category={shownCategory}
          menu={menu}
          onRename={() => category.open(draftOfCategory(shownCategory))}
        />
      )}
      {menu.categories.length === 0 && <p class="quiet">{s('menuEmpty')}</p>}
      {shown.length === 0 ? (
        <p class="quiet">{t('noItems')}</p>
      ) : (
        <ul class="setup-list">
          {shown.map(one => (
            <ItemRow key={one.id} item={one} onOpen={() => item.open(draftOfItem(one))} />
          ))}
        </ul>
      )}
      {item.value && <ItemForm key={item.value.item ?? ''} menu={menu} draft={item} value={item.value} />}
      {category.value && <CategoryForm menu={menu} draft={category} value={category.value} />}
    </div>
  )
}

function ItemRow({ item, onOpen }: { item: ItemSetupView; onOpen: () => void }) {
  const { t, s, own, format, house } = useSetup()
  const soldOut = house.link.get('item', item.id)?.soldOut === true
  const marks = [
    item.components.length > 0 && s('package'),
    item.retired && s('retired'),
    soldOut && t('soldOut'),
    item.prices.length > 0 && s('otherPricesCount', { count: item.prices.length }),
    item.options.length > 0 && s('notesCount', { count: item.options.length }),
  ].filter(mark => mark !== false)
  return (
    <li>
      <button type="button" class="setup-row" data-quiet={item.retired ? '' : undefined} onClick={onOpen}>
        <span class="setup-name">
          {own(item.name)} {item.components.length === 0 && <span class="quiet">{own(item.unit)}</span>}
        </span>
        <span class="setup-marks label">{marks.join(dot)}</span>
        <span class="setup-price">{format.money(item.price)}</span>
      </button>
    </li>
  )
}

function CategoryTools({
  category,
  menu,
  onRename,
}: {
  category: CategorySetupView
  menu: MenuSetupView
  onRename: () => void
}) {
  const { t, s, own, house } = useSetup()
  const at = menu.categories.findIndex(({ id }) => id === category.id)
  const empty = !menu.items.some(item => item.category === category.id)
  const move = (way: 'up' | 'down') => house.tap({ type: 'MoveCategory', category: category.id, way })
  return (
    <div class="setup-category">
      <span class="label">{own(category.name)}</span>
      <Button size="min" variant="quiet" word={s('rename')} onPress={onRename} />
      <Button
        size="min"
        variant="quiet"
        icon={IconUp}
        word={s('moveUp')}
        disabled={at === 0}
        onPress={() => move('up')}
      />
      <Button
        size="min"
        variant="quiet"
        icon={IconDown}
        word={s('moveDown')}
        disabled={at === menu.categories.length - 1}
        onPress={() => move('down')}
      />
      {empty && (
        <Button
          size="min"
          variant="quiet"
          word={t('remove')}
          onPress={() => house.tap({ type: 'RemoveCategory', category: category.id, rev: category.rev })}
        />
      )}
    </div>
  )
}

function mostlyAlcohol({ items }: MenuSetupView, category: string): boolean {
  const there = items.filter(one => one.category === category && !one.retired)
  return there.filter(({ alcohol }) => alcohol).length * 2 > there.length
}
