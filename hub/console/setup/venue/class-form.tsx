/** A class of rooms: how many it seats and its 低消. */
import type { RoomClassFields } from '../../../../shared/protocol/commands/setup.ts'
import { type Id, isBlank } from '../../../../shared/protocol/primitives.ts'
import type { RoomClassSetupView, VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { MoneyField } from '../../parts/money-field.tsx'
import type { DraftOf } from '../../state/drafts.ts'
import { EditSheet, RemoveKey } from '../edit-sheet.tsx'
import { NamesField } from '../names-field.tsx'
import { NumberField } from '../number-field.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { isRead, type Typed } from '../typed.ts'

type TypedClass = Typed<RoomClassFields, 'capacity' | 'minimumSpend'>

export interface ClassDraft {
  /** Absent: a new one. */
  readonly roomClass?: Id
  readonly rev: number
  readonly fields: TypedClass
}

export const newClass: ClassDraft = { rev: 0, fields: { name: { zhHans: '' }, capacity: 8, minimumSpend: 0 } }

export const draftOfClass = ({ id, rev, ...fields }: RoomClassSetupView): ClassDraft => ({ roomClass: id, rev, fields })

export function ClassForm({
  venue,
  draft,
  value,
}: {
  venue: VenueSetupView
  draft: DraftOf<ClassDraft>
  value: ClassDraft
}) {
  const { s, own, house } = useSetup()
  const { fields } = value
  const change = (more: Partial<TypedClass>) => draft.set({ ...value, fields: { ...fields, ...more } })
  const command = isRead<RoomClassFields>(fields) ? ({ type: 'SaveRoomClass', ...value, fields } as const) : undefined
  const newest = venue.classes.find(({ id }) => id === value.roomClass)
  return (
    <EditSheet
      title={newest ? own(newest.name) : s('addClass')}
      ready={!isBlank(fields.name.zhHans) && command !== undefined}
      onSave={() =>
        saveBy(
          house,
          command,
          savedWords(({ own }) => own(fields.name)),
          draft.drop,
        )
      }
      rev={value.rev}
      newest={newest?.rev}
      onReload={() => newest && draft.open(draftOfClass(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
      also={
        newest && (
          <RemoveKey by={{ type: 'RemoveRoomClass', roomClass: newest.id, rev: newest.rev }} onDone={draft.drop} />
        )
      }
    >
      <NamesField label={s('name')} most={16} value={fields.name} onChange={name => change({ name })} />
      <div class="form-row">
        <NumberField
          label={s('capacity')}
          value={fields.capacity}
          min={1}
          max={99}
          onChange={capacity => change({ capacity })}
        />
        <MoneyField
          label={s('minimumSpend')}
          value={fields.minimumSpend}
          onChange={minimumSpend => change({ minimumSpend })}
        />
      </div>
    </EditSheet>
  )
}
