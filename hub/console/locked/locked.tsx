/** Nobody is signed in: who this console is, whose PIN it wants, and the calls that wait, without names. */
import { useState } from 'preact/hooks'
import IconBell from '~icons/lucide/bell'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { dot } from '../parts/dot.ts'
import { callPlace, callWords } from '../parts/names.ts'
import { People } from '../pin/people.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { sortCalls } from '../state/alerts.ts'
import { type House, useSpeech } from '../state/house.ts'
import './locked.css'

export function Locked() {
  const { t, house } = useSpeech()
  return (
    <main class="locked">
      <section class="locked-door">
        <header>
          <p class="label">{t('consoleOf', { device: house.link.one('self')?.deviceName ?? house.link.device })}</p>
          <h1>{t('chooseName')}</h1>
          <p class="quiet">{t('lockedHint')}</p>
        </header>
        <SignIn />
      </section>
      <OpenCalls />
    </main>
  )
}

/** One's name, then one's PIN. */
export function SignIn({ onDone }: { onDone?: (() => void) | undefined }) {
  const { t, own, house } = useSpeech()
  const [staff, setStaff] = useState<StaffView>()
  if (!staff) return <People label={t('chooseName')} onChoose={setStaff} />
  return (
    <div class="locked-pin">
      <PinEntry label={t('enterPin', { staff: own(staff.name) })} onPin={pin => signIn(house, staff, pin, onDone)} />
      <Button variant="quiet" size="min" word={t('otherName')} onPress={() => setStaff(undefined)} />
    </div>
  )
}

async function signIn(house: House, staff: StaffView, pin: string, onDone?: () => void) {
  const answer = await house.link.sendNow({ type: 'SignIn', staff: staff.id, pin })
  if (!answer.ok) return answer.refusal
  onDone?.()
  return undefined
}

/** What waits, where and since when: enough to run, nobody's name. */
function OpenCalls() {
  const { t, format, house } = useSpeech()
  const open = house.link.all('request').filter(({ status }) => status === 'open')
  const sorted = sortCalls(open)
  return (
    <section class="locked-calls" aria-label={t('openCalls')} aria-live="polite">
      <h2 class="label">
        {t('openCalls')} {sorted.length > 0 && sorted.length}
      </h2>
      {sorted.length === 0 ? (
        <EmptyState icon={IconBell} title={t('noOpenCalls')} hint={t('noAlertsHint')} />
      ) : (
        <ul class="locked-list">
          {sorted.map(request => (
            <li key={request.id} class="locked-call" data-severity={request.severity}>
              <Severity level={request.severity} word={t(request.severity)} />
              <strong class="locked-room">{callPlace(house, request)}</strong>
              <span>{[callWords(t, request.what), ...(request.gone ? [t('partyLeft')] : [])].join(dot)}</span>
              <span class="locked-since">{format.clock(house.now.value - request.openedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {sorted.length > 0 && <p class="quiet">{t('unlockToTake')}</p>}
    </section>
  )
}
