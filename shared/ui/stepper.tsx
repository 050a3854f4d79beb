/** How many: one less, the number, one more. */
import IconMinus from '~icons/lucide/minus'
import IconPlus from '~icons/lucide/plus'
import type { Icon } from './icon-word.tsx'
import './button.css'
import './stepper.css'

export interface StepperProps {
  /** What is counted, for a screen reader: "青岛啤酒". */
  label: string
  value: number
  min?: number | undefined
  max?: number | undefined
  onChange: (value: number) => void
  /** Spoken names of the two buttons. */
  words: { less: string; more: string }
}

export function Stepper({ label, value, min = 0, max = 99, onChange, words }: StepperProps) {
  return (
    <fieldset class="stepper" aria-label={label}>
      <Step icon={IconMinus} label={words.less} disabled={value <= min} onPress={() => onChange(value - 1)} />
      <output class="stepper-value">{value}</output>
      <Step icon={IconPlus} label={words.more} disabled={value >= max} onPress={() => onChange(value + 1)} />
    </fieldset>
  )
}

function Step({
  icon: Drawing,
  label,
  disabled,
  onPress,
}: {
  icon: Icon
  label: string
  disabled: boolean
  onPress: () => void
}) {
  return (
    <button type="button" class="button" data-size="min" aria-label={label} disabled={disabled} onClick={onPress}>
      <Drawing class="icon" aria-hidden="true" />
    </button>
  )
}
