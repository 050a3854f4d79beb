/** How many: one less, the number, one more. */
import IconMinus from '~icons/lucide/minus'
import IconPlus from '~icons/lucide/plus'
import { type Icon, IconWord } from './icon-word.tsx'
import './button.css'
import './stepper.css'

export interface StepperProps {
  /** What is counted, for a screen reader: "青岛啤酒". */
  label: string
  value: number
  min?: number | undefined
  max?: number | undefined
  onChange: (value: number) => void
  /** The words of the two keys; spoken together with what is counted. */
  words: { less: string; more: string }
}

export function Stepper({ label, value, min = 0, max = 99, onChange, words }: StepperProps) {
  return (
    <fieldset class="stepper" aria-label={label}>
      <Step
        icon={IconMinus}
        word={words.less}
        what={label}
        disabled={value <= min}
        onPress={() => onChange(value - 1)}
      />
      <output class="stepper-value">{value}</output>
      <Step
        icon={IconPlus}
        word={words.more}
        what={label}
        disabled={value >= max}
        onPress={() => onChange(value + 1)}
      />
    </fieldset>
  )
}

interface StepProps {
  icon: Icon
  word: string
  what: string
  disabled: boolean
  onPress: () => void
}

function Step({ icon, word, what, disabled, onPress }: StepProps) {
  return (
    <button
      type="button"
      class="button"
      data-size="min"
      aria-label={`${word} ${what}`}
      disabled={disabled}
      onClick={onPress}
    >
      <IconWord icon={icon} word={word} stacked />
    </button>
  )
}
