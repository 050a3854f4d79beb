/** A whole number within bounds. One that is not is kept as it was typed, and said; a form with it is not sent. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../parts/parts.tsx'
import { useSetup } from './setup-words.ts'

export interface NumberFieldProps {
  label: string
  hint?: string
  /** Undefined: none was said. */
  value: number | undefined
  min: number
  max: number
  /** Of what is not counted in whole ones. */
  step?: number
  /** NaN: emptied, where it may not be. */
  onChange: (value: number) => void
  /** Emptied, where it may be. */
  onClear?: () => void
}

export function NumberField({ label, hint, value, min, max, step = 1, onChange, onClear }: NumberFieldProps) {
  const { s } = useSetup()
  // What is being typed stands until the field is left: "1" is on its way to "120".
  const [typed, setTyped] = useState<string>()
  const isIn = value === undefined || (value >= min && value <= max)
  const wrong = isIn ? undefined : s('between', { min, max })
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setCustomValidity(wrong ?? ''), [wrong])
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {id => (
        <input
          ref={input}
          id={id}
          class="text-input"
          type="number"
          inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
          min={min}
          max={max}
          step={step}
          aria-invalid={!isIn}
          value={typed ?? (value === undefined || Number.isNaN(value) ? '' : value)}
          onInput={event => {
            const { value: text, validity } = event.currentTarget
            setTyped(text)
            if (text !== '') onChange(Math.round(Number(text) / step) * step)
            else if (!onClear) onChange(Number.NaN)
            // A sign alone is no number yet, nor is the field empty.
            else if (!validity.badInput) onClear()
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  )
}
