/** A whole number within bounds: what is typed is kept to them. */
import { useState } from 'preact/hooks'
import { Field } from '../parts/parts.tsx'

export interface NumberFieldProps {
  label: string
  hint?: string
  /** Undefined: none was said yet. */
  value: number | undefined
  min: number
  max: number
  onChange: (value: number) => void
}

export function NumberField({ label, hint, value, min, max, onChange }: NumberFieldProps) {
  // What is being typed stands until the field is left: "1" is on its way to "120".
  const [typed, setTyped] = useState<string>()
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
          value={typed ?? value ?? ''}
          onInput={event => {
            const text = event.currentTarget.value
            setTyped(text)
            const number = Math.round(Number(text))
            if (text !== '' && number >= min && number <= max) onChange(number)
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  )
}
