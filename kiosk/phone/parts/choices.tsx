/** What a guest likes to drink, and how they want to arrive: each may stay unsaid. */
import type { Taste } from '../../../shared/protocol/words.ts'
import { tastes } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/phone-context.ts'
import './choices.css'

interface TasteChoiceProps {
  liked: readonly Taste[]
  onChange: (liked: readonly Taste[]) => void
}

export function TasteChoice({ liked, onChange }: TasteChoiceProps) {
  const { t } = useSpeech()
  return (
    <fieldset class="choice">
      <legend class="form-title">{t('tastes')}</legend>
      <div class="choice-chips">
        {tastes.map(taste => (
          <Button
            key={taste}
            word={t(taste)}
            pressed={liked.includes(taste)}
            onPress={() => onChange(liked.includes(taste) ? liked.filter(other => other !== taste) : [...liked, taste])}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Sung out by name, discreet, or neither. */
export type Arrival = 'by-name' | 'quietly' | undefined

export const arrivalOf = ({ welcome, discreet }: { welcome: boolean; discreet: boolean }): Arrival =>
  discreet ? 'quietly' : welcome ? 'by-name' : undefined

export const consentOf = (arrival: Arrival): { welcome: boolean; discreet: boolean } => ({
  welcome: arrival === 'by-name',
  discreet: arrival === 'quietly',
})

interface ArrivalChoiceProps {
  arrival: Arrival
  onChange: (arrival: Arrival) => void
}

export function ArrivalChoice({ arrival, onChange }: ArrivalChoiceProps) {
  const { t } = useSpeech()
  return (
    <fieldset class="choice">
      <legend class="form-title">{t('howWelcome')}</legend>
      <div class="choice-ways">
        {ways.map(({ way, word, hint }) => (
          <Button
            key={way}
            class="choice-way"
            word={t(word)}
            pressed={arrival === way}
            onPress={() => onChange(arrival === way ? undefined : way)}
          >
            <span class="choice-hint">{t(hint)}</span>
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

const ways = [
  { way: 'by-name', word: 'byName', hint: 'byNameHint' },
  { way: 'quietly', word: 'quietly', hint: 'quietlyHint' },
] as const
