/** The house's people as names to tap, by role. */
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { type Role, roles } from '../../../shared/protocol/words.ts'
import { roleWord } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import './people.css'

export interface PeopleProps {
  label: string
  onChoose: (staff: StaffView) => void
  /** Whom to leave out: nobody approves themselves. */
  without?: string | undefined
  only?: readonly Role[] | undefined
  current?: string | undefined
  /** Which of them are pressed in, where several can be. */
  pressed?: (staff: StaffView) => boolean
}

export function People({ label, onChoose, without, only = roles, current, pressed }: PeopleProps) {
  const { t, own, house } = useSpeech()
  const staff = house.link.all('staff').filter(({ id, role, gone }) => !gone && id !== without && only.includes(role))
  return (
    <fieldset class="people" aria-label={label}>
      {roles
        .filter(role => staff.some(one => one.role === role))
        .map(role => (
          <section class="people-role" key={role}>
            <h2 class="label">{roleWord(t, role)}</h2>
            <div class="people-names">
              {staff
                .filter(one => one.role === role)
                .map(one => (
                  <button
                    key={one.id}
                    type="button"
                    class="person"
                    data-on={one.signedIn ? '' : undefined}
                    aria-pressed={pressed ? pressed(one) : current === undefined ? undefined : one.id === current}
                    onClick={() => onChoose(one)}
                  >
                    {own(one.name)}
                  </button>
                ))}
            </div>
          </section>
        ))}
    </fieldset>
  )
}
