/** A new face: what they are called, what they drink, how they want to arrive. Never a phone number or birthday here. */
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { Refused } from '../parts/refused.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './enrol.css'

const tastes = ['beer', 'whisky', 'brandy', 'baijiu', 'wine', 'cocktail', 'soft', 'tea'] as const
type Taste = (typeof tastes)[number]

/** As the protocol has it. */
const longestCall = 12
const largestParty = 20

export function Enrol() {
  const { busy, enrol } = usePhone()
  const { t } = useSpeech()
  const [called, setCalled] = useState('')
  const [liked, setLiked] = useState<readonly Taste[]>([])
  const [arrival, setArrival] = useState<'by-name' | 'quietly'>()
  const [party, setParty] = useState(2)
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = () => {
    const name = Array.from(called.trim()).slice(0, longestCall).join('')
    setMissing(name === '')
    if (name === '') return field.current?.focus()
    enrol({ called: name, tastes: [...liked], welcome: arrival === 'by-name', discreet: arrival === 'quietly', party })
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
      <label class="enrol-part">
        <span class="enrol-title">{t('yourCall')}</span>
        <input
          ref={field}
          class="enrol-call"
          type="text"
          autocomplete="off"
          maxLength={longestCall * 2}
          placeholder={t('yourCallHint')}
          aria-invalid={missing}
          value={called}
          onInput={event => setCalled(event.currentTarget.value)}
        />
      </label>
      <fieldset class="enrol-part">
        <legend class="enrol-title">{t('tastes')}</legend>
        <div class="enrol-chips">
          {tastes.map(taste => (
            <Button
              key={taste}
              word={t(taste)}
              pressed={liked.includes(taste)}
              onPress={() =>
                setLiked(liked.includes(taste) ? liked.filter(other => other !== taste) : [...liked, taste])
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="enrol-part">
        <legend class="enrol-title">{t('howWelcome')}</legend>
        <div class="enrol-ways">
          <Way
            word={t('byName')}
            hint={t('byNameHint')}
            chosen={arrival === 'by-name'}
            onChoose={() => setArrival(arrival === 'by-name' ? undefined : 'by-name')}
          />
          <Way
            word={t('quietly')}
            hint={t('quietlyHint')}
            chosen={arrival === 'quietly'}
            onChoose={() => setArrival(arrival === 'quietly' ? undefined : 'quietly')}
          />
        </div>
      </fieldset>
      <div class="enrol-party">
        <span class="enrol-title">{t('howMany')}</span>
        <Stepper
          label={t('howMany')}
          value={party}
          min={1}
          max={largestParty}
          onChange={setParty}
          words={{ less: t('less'), more: t('oneMore') }}
        />
      </div>
      <p class="enrol-consent">{t('consent')}</p>
      <Button
        variant="primary"
        type="submit"
        word={busy.value ? t('checkingIn') : t('agree')}
        busy={busy.value}
        onPress={nothing}
      />
      <Refused />
    </form>
  )
}

interface WayProps {
  word: string
  hint: string
  chosen: boolean
  onChoose: () => void
}

function Way({ word, hint, chosen, onChoose }: WayProps) {
  return (
    <Button class="enrol-way" word={word} pressed={chosen} onPress={onChoose}>
      <span class="enrol-way-hint">{hint}</span>
    </Button>
  )
}

function nothing(): void {
  // The form's own submission does it, for a keyboard's 完成 too.
}
