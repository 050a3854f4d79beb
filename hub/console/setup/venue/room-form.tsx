/** One room: what it is called, where it is, of which class; out of order at once; removed when nobody is in it. */
import type { RoomFields } from '../../../../shared/protocol/commands/setup.ts'
import { type Id, isBlank } from '../../../../shared/protocol/primitives.ts'
import type { RoomSetupView, VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { MissingGlyphs } from '../../parts/missing-glyphs.tsx'
import { Field } from '../../parts/parts.tsx'
import type { DraftOf } from '../../state/drafts.ts'
import { EditSheet } from '../edit-sheet.tsx'
import { NumberField, OptionalNumberField } from '../number-field.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { isRead, type Typed } from '../typed.ts'

type TypedRoom = Typed<RoomFields, 'floor'>

export interface RoomDraft {
  /** Absent: a new one. */
  readonly room?: Id
  readonly rev: number
  readonly fields: TypedRoom
}

export const newRoom = (floor: number, roomClass: Id): RoomDraft => ({ rev: 0, fields: { name: '', floor, roomClass } })

export const draftOfRoom = ({ id, rev, at: _at, ...fields }: RoomSetupView): RoomDraft => ({ room: id, rev, fields })

export function RoomForm({
  venue,
  draft,
  value,
}: {
  venue: VenueSetupView
  draft: DraftOf<RoomDraft>
  value: RoomDraft
}) {
  const { s, own, house } = useSetup()
  const { fields } = value
  const change = (more: Partial<TypedRoom>) => draft.set({ ...value, fields: { ...fields, ...more } })
  const newest = venue.rooms.find(({ id }) => id === value.room)
  const floor = fields.floor !== null && isFloor(fields.floor) ? fields.floor : newest?.floor
  const command = isRead<RoomFields>(fields) ? ({ type: 'SaveRoom', ...value, fields } as const) : undefined
  return (
    <EditSheet
      title={newest ? newest.name : s('addRoom')}
      ready={!isBlank(fields.name) && command !== undefined}
      onSave={() =>
        saveBy(
          house,
          command,
          savedWords(() => fields.name),
          draft.drop,
        )
      }
      rev={value.rev}
      newest={newest?.rev}
      onReload={() => newest && draft.open(draftOfRoom(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
      also={newest && <AtOnce room={newest} onDone={draft.drop} />}
    >
      <Field label={s('roomName')}>
        {id => (
          <>
            <input
              id={id}
              class="text-input"
              maxLength={12}
              required
              value={fields.name}
              onInput={({ currentTarget: { value: name } }) => change({ name: isBlank(name) ? '' : name })}
            />
            <MissingGlyphs text={fields.name} />
          </>
        )}
      </Field>
      <ChoiceField
        label={s('roomClass')}
        current={fields.roomClass}
        onChoose={roomClass => change({ roomClass })}
        choices={venue.classes.map(({ id, name }) => ({ id, word: own(name) }))}
      />
      <div class="form-row">
        <NumberField label={s('floor')} value={fields.floor} {...floorBounds} onChange={floor => change({ floor })} />
        <OptionalNumberField
          label={s('zone')}
          hint={s('zoneHint')}
          value={fields.zone ?? floor}
          min={-9}
          max={999}
          onChange={zone => draft.set({ ...value, fields: withZone(fields, zone) })}
          onClear={() => draft.set({ ...value, fields: asFloor(fields) })}
        />
      </div>
    </EditSheet>
  )
}

const floorBounds = { min: -9, max: 199 }
const isFloor = (floor: number): boolean => floor >= floorBounds.min && floor <= floorBounds.max

/** The floor is the zone unless another is said. */
const withZone = (fields: TypedRoom, zone: number): TypedRoom =>
  zone === fields.floor ? asFloor(fields) : { ...fields, zone }

const asFloor = ({ zone: _before, ...rest }: TypedRoom): TypedRoom => rest

/** Not part of what is saved: these count at once. */
function AtOnce({ room, onDone }: { room: RoomSetupView; onDone: () => void }) {
  const { t, s, house } = useSetup()
  const live = house.link.get('room', room.id)
  const broken = live?.condition === 'out-of-order'
  if (live?.visit !== undefined) return <span class="setup-also label">{s('roomInUse')}</span>
  return (
    <span class="setup-also">
      <Button
        variant="quiet"
        word={t('room.outOfOrder')}
        pressed={broken}
        onPress={() => house.tap({ type: 'SetOutOfOrder', room: room.id, outOfOrder: !broken })}
      />
      <Button
        variant="quiet"
        word={s('removeRoom')}
        onPress={() =>
          house.notices.ask({
            title: s('removeRoomAsk', { room: room.name }),
            text: s('removeRoomHint'),
            yes: s('removeRoom'),
            no: t('cancel'),
            grave: true,
            onYes: async () => {
              if (await house.outcomeOf({ type: 'RemoveRoom', room: room.id, rev: room.rev })) onDone()
            },
          })
        }
      />
    </span>
  )
}
