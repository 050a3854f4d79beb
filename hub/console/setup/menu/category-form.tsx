/** A category of the price list: its name. */
import { type Id, isBlank, type LocalizedText } from '../../../../shared/protocol/primitives.ts'
import type { CategorySetupView, MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import type { DraftOf } from '../../state/drafts.ts'
import { EditSheet } from '../edit-sheet.tsx'
import { NamesField } from '../names-field.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'

export interface CategoryDraft {
  /** Absent: a new one. */
  readonly category?: Id
  readonly rev: number
  readonly name: LocalizedText
}

export const draftOfCategory = ({ id, rev, name }: CategorySetupView): CategoryDraft => ({ category: id, rev, name })

export function CategoryForm({
  menu,
  draft,
  value,
}: {
  menu: MenuSetupView
  draft: DraftOf<CategoryDraft>
  value: CategoryDraft
}) {
  const { s, house } = useSetup()
  const newest = menu.categories.find(({ id }) => id === value.category)
  return (
    <EditSheet
      title={newest ? s('category') : s('addCategory')}
      ready={!isBlank(value.name.zhHans)}
      onSave={() =>
        saveBy(
          house,
          { type: 'SaveCategory', ...value },
          savedWords(({ own }) => own(value.name)),
          draft.drop,
        )
      }
      rev={value.rev}
      newest={newest?.rev}
      onReload={() => newest && draft.open(draftOfCategory(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
    >
      <NamesField label={s('name')} most={16} value={value.name} onChange={name => draft.set({ ...value, name })} />
    </EditSheet>
  )
}
