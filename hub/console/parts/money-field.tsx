/** An amount of money: typed in whole units, kept in minor ones. */
import { useSpeech } from '../state/house.ts'
import { Field } from './parts.tsx'

export interface MoneyFieldProps {
  label: string
  /** Minor units. */
  value: number
  onChange: (value: number) => void
}

const minorPerUnit = 100

export function MoneyField({ label, value, onChange }: MoneyFieldProps) {
  const { format } = useSpeech()
  return (
    <Field label={label} hint={format.money(value)}>
      {id => (
        <input
          id={id}
          class="text-input"
          inputMode="numeric"
          value={value === 0 ? '' : String(value / minorPerUnit)}
          onInput={event => {
            const typed = Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 7))
            onChange(typed * minorPerUnit)
          }}
        />
      )}
    </Field>
  )
}
