/** 员工: who works here, who is signed in, whose PIN is off; a forgotten PIN is set anew. */
import { useState } from 'preact/hooks'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { roles } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { dot } from '../parts/dot.ts'
import { roleWord } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import { mayResetPin } from '../state/may.ts'
import { whoSetsAnew } from '../state/pin-off.ts'
import { ResetPin } from './reset-pin.tsx'
import './staff.css'

export function Staff() {
  const { t, house } = useSpeech()
  const [resetting, setResetting] = useState<StaffView>()
  const all = house.link.all('staff').filter(({ gone }) => !gone)
  return (
    <section aria-label={t('staff')}>
      <div class="screen-head">
        <h1>{t('staff')}</h1>
        <span class="quiet">{all.length}</span>
        {may(house, 'SaveStaff') && <span class="quiet spread">{t('staffHint')}</span>}
      </div>
      {roles
        .filter(role => all.some(person => person.role === role))
        .map(role => (
          <section class="staff-role" key={role} aria-label={roleWord(t, role)}>
            <h2 class="label">{roleWord(t, role)}</h2>
            <ul class="staff-list">
              {all
                .filter(person => person.role === role)
                .map(person => (
                  <Person key={person.id} person={person} onReset={() => setResetting(person)} />
                ))}
            </ul>
          </section>
        ))}
      {resetting && <ResetPin person={resetting} onClose={() => setResetting(undefined)} />}
    </section>
  )
}

function Person({ person, onReset }: { person: StaffView; onReset: () => void }) {
  const { t, own, house } = useSpeech()
  const { id, name, signedIn, pinOff } = person
  const mayReset = mayResetPin(house.link.one('self'), person)
  const off = [t('pinOff'), ...(mayReset ? [] : [t(whoSetsAnew(house.link, person))])].join(dot)
  return (
    <li class="staff-person" data-slice-key={`staff/${id}`}>
      <span class="staff-name">{own(name)}</span>
      <span class="staff-state" data-bad={pinOff ? '' : undefined}>
        {pinOff ? off : signedIn ? `● ${t('isSignedIn')}` : ''}
      </span>
      {mayReset && <Button variant={pinOff ? 'primary' : 'quiet'} word={t('resetPin')} onPress={onReset} />}
    </li>
  )
}
