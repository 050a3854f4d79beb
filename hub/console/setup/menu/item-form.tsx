/** One thing of the menu: names, price, notes that a guest taps, what is in a package; sold out and off the list at once. */
import type { ItemSetupView, MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { Field } from '../../parts/parts.tsx'
import type { DraftOf } from '../../state/drafts.ts'
import { EditSheet, useLeave } from '../edit-sheet.tsx'
import { NamesField } from '../names-field.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { Toggles } from '../toggles.tsx'
import { useAskIfFree } from '../use-ask-if-free.ts'
import { draftOfItem, type ItemDraft, saveItem, type TypedItem } from './item-draft.ts'
import { Notes } from './notes.tsx'
import { OtherPrices } from './other-prices.tsx'
import { PackageParts } from './package-parts.tsx'

const marks = ['alcohol', 'again', 'gift'] as const

export function ItemForm({ menu, draft, value }: { menu: MenuSetupView; draft: DraftOf<ItemDraft>; value: ItemDraft }) {
  const { s, own, house } = useSetup()
  const askIfFree = useAskIfFree()
  const { fields } = value
  const command = saveItem(value)
  const change = (more: Partial<TypedItem>) => draft.set({ ...value, fields: { ...fields, ...more } })
  const newest = menu.items.find(({ id }) => id === value.item)
  const save = () =>
    saveBy(
      house,
      command,
      savedWords(({ own }) => own(fields.name)),
      draft.drop,
    )
  return (
    <EditSheet
      title={newest ? own(newest.name) : s('addItem')}
      ready={command !== undefined}
      onSave={
        fields.price === 0 && newest?.price !== 0
          ? () => askIfFree(s('freeAsk', { what: own(fields.name) }), () => void save())
          : save
      }
      rev={value.rev}
      newest={newest?.rev}
      about={value.item}
      onReload={() => newest && draft.open(draftOfItem(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
      also={newest && <AtOnce item={newest} draft={draft} />}
    >
      <NamesField label={s('name')} most={40} value={fields.name} onChange={name => change({ name })} />
      <div class="form-row">
        <MoneyField label={s('price')} value={fields.price} onChange={price => change({ price })} />
        <Field label={s('category')}>
          {id => (
            <select id={id} value={fields.category} onChange={event => change({ category: event.currentTarget.value })}>
              {menu.categories.map(one => (
                <option key={one.id} value={one.id}>
                  {own(one.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <NamesField label={s('unit')} most={8} value={fields.unit} onChange={unit => change({ unit })} />
      <Toggles
        label={s('marks')}
        choices={marks.map(id => ({ id, word: s(`mark.${id}`) }))}
        on={marks.filter(mark => fields[mark])}
        onChange={on =>
          change({ alcohol: on.includes('alcohol'), again: on.includes('again'), gift: on.includes('gift') })
        }
      />
      {menu.tags.length > 0 && (
        <Toggles
          label={s('tags')}
          choices={menu.tags.map(({ id, name }) => ({ id, word: own(name) }))}
          on={fields.tags}
          onChange={tags => change({ tags: [...tags] })}
        />
      )}
      <Notes options={fields.options} onChange={options => change({ options })} />
      <OtherPrices
        prices={fields.prices}
        classes={menu.classes}
        price={fields.price}
        onChange={prices => change({ prices })}
      />
      <PackageParts
        menu={menu}
        item={value.item}
        fields={fields}
        onChange={all => draft.set({ ...value, fields: all })}
      />
    </EditSheet>
  )
}

/** Not part of what is saved: these count at once. */
function AtOnce({ item, draft }: { item: ItemSetupView; draft: DraftOf<ItemDraft> }) {
  const { t, s, own, house } = useSetup()
  const leave = useLeave(own(item.name), draft)
  const { id, rev, retired } = item
  const word = retired ? s('putBack') : s('takeOff')
  const soldOut = house.link.get('item', id)?.soldOut === true
  return (
    <span class="setup-also">
      {!retired && (
        <Button
          variant="quiet"
          word={t('soldOut')}
          pressed={soldOut}
          onPress={() => house.tap({ type: 'SetSoldOut', item: id, soldOut: !soldOut })}
        />
      )}
      <Button
        variant="quiet"
        word={word}
        // It would go on sale as it was: for the price that was just typed over.
        onPress={() =>
          leave(async () => {
            if (await house.outcomeOf({ type: 'RetireItem', item: id, rev, retired: !retired })) draft.drop()
          }, word)
        }
      />
    </span>
  )
}
