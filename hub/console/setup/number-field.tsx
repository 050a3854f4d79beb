/** A whole number within bounds: what is typed is kept to them. */
import { useState } from 'preact/hooks'
import { Field } from '../parts/parts.tsx'

export interface NumberFieldProps {
  label: string
  hint?: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

export function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps) {
  // What was typed stands as long as it says the number: an empty field is on its way to one.
  const [typed, setTyped] = useState(String(value))
  return (
    <Field label={label} hint={hint}>
      {id => (
        <input
          id={id}
          class="text-input"
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={Number(typed) === value || typed === '' ? typed : value}
          onInput={event => {
            const text = event.currentTarget.value
            setTyped(text)
            const number = Math.round(Number(text))
            if (text !== '' && number >= min && number <= max) onChange(number)
          }}
          onBlur={() => setTyped(String(value))}
        />
      )}
    </Field>
  )
}
