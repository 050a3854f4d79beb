/** One person: name, role, floors; a new one chooses their PIN. Each change takes the PIN of who makes it. */
import { useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../../shared/protocol/commands.ts'
import { type Id, isBlank, type LocalizedText } from '../../../../shared/protocol/primitives.ts'
import type { PersonSetupView, StaffSetupView } from '../../../../shared/protocol/views/setup.ts'
import { type Role, roles } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Dialog } from '../../../../shared/ui/dialog.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { roleWord } from '../../parts/names.ts'
import { PinSteps } from '../../pin/pin-steps.tsx'
import type { DraftOf } from '../../state/drafts.ts'
import { EditSheet } from '../edit-sheet.tsx'
import { NamesField } from '../names-field.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { Toggles } from '../toggles.tsx'

export interface PersonDraft {
  /** Absent: somebody new. */
  readonly staff?: Id
  readonly rev: number
  readonly name: LocalizedText
  readonly role: Role
  readonly zone: readonly number[]
}

export const newPerson: PersonDraft = { rev: 0, name: { zhHans: '' }, role: 'floor', zone: [] }

export const draftOfPerson = ({ id, rev, name, role, zone }: PersonSetupView): PersonDraft => ({
  staff: id,
  rev,
  name,
  role,
  zone,
})

/** As the hub decides it; this only spares them a "no". */
export const mayChange = (by: Role, whose: Role, own: boolean): boolean =>
  by === 'owner' || own || (by === 'manager' && whose !== 'manager' && whose !== 'owner')

type Asked = 'save' | 'remove'

export function PersonForm({
  staff,
  draft,
  value,
}: {
  staff: StaffSetupView
  draft: DraftOf<PersonDraft>
  value: PersonDraft
}) {
  const { t, s, own, house } = useSetup()
  const [asked, ask] = useState<Asked>()
  const newest = staff.people.find(({ id }) => id === value.staff)
  const title = newest ? own(newest.name) : s('addPerson')
  const self = house.link.one('self')?.session
  const itself = self !== undefined && self.staff === value.staff
  const send = async (pin: string, newPin: string) => {
    const answer = await house.link.sendNow(commandOf(value, asked, pin, newPin))
    // A wrong PIN is said by the pad; the rest is about what was typed.
    if (!answer.ok && (answer.refusal.refused === 'wrong-pin' || answer.refusal.next === 'wait')) return answer.refusal
    ask(undefined)
    if (answer.ok) {
      house.notices.say(savedWords(({ own }) => own(value.name)))
      draft.drop()
    } else house.complain(answer.refusal)
    return undefined
  }
  return (
    <EditSheet
      title={title}
      ready={!isBlank(value.name.zhHans)}
      onSave={() => ask('save')}
      rev={value.rev}
      newest={newest?.rev}
      about={value.staff}
      onReload={() => newest && draft.open(draftOfPerson(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
      also={
        newest &&
        !itself && (
          <span class="setup-also">
            <Button variant="quiet" word={s('removePerson')} onPress={() => ask('remove')} />
          </span>
        )
      }
    >
      <NamesField
        label={s('personName')}
        most={12}
        value={value.name}
        onChange={name => draft.set({ ...value, name })}
      />
      <ChoiceField
        label={s('role')}
        current={value.role}
        onChoose={role => draft.set({ ...value, role })}
        choices={roles.map(id => ({
          id,
          word: roleWord(t, id),
          disabled: id !== value.role && (itself || !self || !mayChange(self.role, id, false)),
        }))}
      />
      <Toggles
        label={s('zones')}
        choices={[...new Set([...staff.zones, ...value.zone])].map(zone => ({
          id: String(zone),
          word: s('zoneNumber', { zone }),
        }))}
        on={value.zone.map(String)}
        onChange={on => draft.set({ ...value, zone: on.map(Number) })}
      />
      <p class="label">{s('zonesHint')}</p>
      {asked && (
        <Dialog
          title={asked === 'remove' ? s('removePersonAsk', { staff: title }) : title}
          onClose={() => ask(undefined)}
          actions={<Button variant="quiet" word={t('cancel')} onPress={() => ask(undefined)} />}
        >
          {asked === 'remove' && <p>{s('removePersonHint')}</p>}
          <PinSteps newFor={value.staff === undefined ? own(value.name) : undefined} onPins={send} />
        </Dialog>
      )}
    </EditSheet>
  )
}

function commandOf(
  { staff, rev, name, role, zone: [...zone] }: PersonDraft,
  asked: Asked | undefined,
  pin: string,
  newPin: string,
): PeopleCommand {
  if (staff === undefined) return { type: 'NewStaff', name, role, zone, newPin, pin }
  if (asked === 'remove') return { type: 'RemoveStaff', staff, rev, pin }
  return { type: 'SaveStaff', staff, rev, name, role, zone, pin }
}
