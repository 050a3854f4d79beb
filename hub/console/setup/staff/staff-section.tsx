/** 员工: who works here, as what and where; each row opens what can be changed. A forgotten PIN is set anew under 员工. */

import type { PersonSetupView, StaffSetupView } from '../../../../shared/protocol/views/setup.ts'
import { roles } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Answered } from '../../parts/fetching.tsx'
import { roleWord } from '../../parts/names.ts'
import { useDraft } from '../../state/drafts.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { useSetup } from '../setup-words.ts'
import { draftOfPerson, mayChange, newPerson, type PersonDraft, PersonForm } from './person-form.tsx'

export function StaffSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'StaffSetup' }, house.link.one('setup')?.staff)
  return <Answered asked={asked}>{staff => <People staff={staff} />}</Answered>
}

function People({ staff }: { staff: StaffSetupView }) {
  const { t, s } = useSetup()
  const draft = useDraft<PersonDraft>('person')
  return (
    <div class="setup-part">
      <div class="setup-tools">
        <Button variant="primary" word={s('addPerson')} onPress={() => draft.open(newPerson)} />
      </div>
      {roles
        .filter(role => staff.people.some(person => person.role === role))
        .map(role => (
          <section key={role} aria-label={roleWord(t, role)}>
            <h2 class="label">{roleWord(t, role)}</h2>
            <ul class="setup-list">
              {staff.people
                .filter(person => person.role === role)
                .map(person => (
                  <PersonRow key={person.id} person={person} onOpen={() => draft.open(draftOfPerson(person))} />
                ))}
            </ul>
          </section>
        ))}
      {draft.value && <PersonForm key={draft.value.staff ?? ''} staff={staff} draft={draft} value={draft.value} />}
    </div>
  )
}

function PersonRow({ person, onOpen }: { person: PersonSetupView; onOpen: () => void }) {
  const { s, own, house, list } = useSetup()
  const { name, zone, role } = person
  const self = house.link.one('self')?.session
  return (
    <li>
      <button
        type="button"
        class="setup-row"
        disabled={!self || !mayChange(self.role, role, self.staff === person.id)}
        onClick={onOpen}
      >
        <span class="setup-name">{own(name)}</span>
        <span class="setup-marks label">
          {zone.length === 0 ? s('wholeHouse') : list(zone.map(one => s('zoneNumber', { zone: one })))}
        </span>
      </button>
    </li>
  )
}
