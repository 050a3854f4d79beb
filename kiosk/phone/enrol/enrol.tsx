/** A new face: what they are called, what they drink, how they want to arrive. Never a phone number or birthday here. */
import { useRef, useState } from 'preact/hooks'
import type { Taste } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { CalledField, calledOf } from '../parts/called-field.tsx'
import { type Arrival, ArrivalChoice, consentOf, TasteChoice } from '../parts/choices.tsx'
import { Refused } from '../parts/refused.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import { readsOf } from '../state/reads.ts'
import './enrol.css'

const largestParty = 20

export function Enrol() {
  const page = usePhone()
  const { busy, enrol } = page
  const { t } = useSpeech()
  const [called, setCalled] = useState('')
  const [liked, setLiked] = useState<readonly Taste[]>([])
  const [arrival, setArrival] = useState<Arrival>()
  const [party, setParty] = useState(2)
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = () => {
    const name = calledOf(called)
    setMissing(called.trim() === '')
    if (name === undefined) return field.current?.focus()
    enrol({ called: name, tastes: [...liked], ...consentOf(arrival), party, ...readsOf(page) })
  }
  return (
    <form
      class="enrol"
      onSubmit={event => {
        event.preventDefault()
        if (!busy.value) submit()
      }}
    >
      <p class="enrol-card quiet">{t('cardHolder')}</p>
      <CalledField
        field={field}
        value={called}
        missing={missing}
        onChange={typed => {
          setCalled(typed)
          setMissing(false)
        }}
      />
      <TasteChoice liked={liked} onChange={setLiked} />
      <ArrivalChoice arrival={arrival} onChange={setArrival} />
      <div class="enrol-party">
        <span class="form-title">{t('howMany')}</span>
        <Stepper
          label={t('howMany')}
          value={party}
          min={1}
          max={largestParty}
          onChange={setParty}
          words={{ less: t('less'), more: t('oneMore') }}
        />
      </div>
      <Consent />
      <Button variant="primary" type="submit" word={busy.value ? t('checkingIn') : t('agree')} busy={busy.value} />
      <Refused />
    </form>
  )
}

/** In plain words, before the tap that agrees. */
function Consent() {
  const { link } = usePhone()
  const { t, own } = useSpeech()
  const venue = link.view.one('venue')
  const house = venue ? own(venue.name) : t('venue')
  return (
    <dl class="enrol-consent">
      <dt>{t('consentWhat')}</dt>
      <dd>{t('consentWhatWords', { house })}</dd>
      <dt>{t('consentLong')}</dt>
      <dd>{t('consentLongWords')}</dd>
      <dt>{t('consentLeave')}</dt>
      <dd>{t('consentLeaveWords')}</dd>
    </dl>
  )
}
