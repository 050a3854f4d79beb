/** A whole number within bounds. One that is not is kept as it was typed, and said; a form with it is not sent. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../parts/parts.tsx'
import { useSetup } from './setup-words.ts'

export interface NumberOptions {
  label: string
  hint?: string
  min: number
  max: number
  /** Of what is not counted in whole ones. */
  step?: number
}

export interface NumberFieldProps extends NumberOptions {
  /** Null: emptied. */
  value: number | null
  onChange: (value: number | null) => void
}

export function NumberField({ onChange, ...props }: NumberFieldProps) {
  return <NumberInput {...props} onNumber={onChange} onEmpty={() => onChange(null)} />
}

export interface OptionalNumberFieldProps extends NumberOptions {
  /** Undefined: none was said. */
  value: number | undefined
  onChange: (value: number) => void
  onClear: () => void
}

export function OptionalNumberField({ onChange, onClear, ...props }: OptionalNumberFieldProps) {
  // A sign alone is no number yet, nor is the field empty.
  return <NumberInput {...props} onNumber={onChange} onEmpty={({ badInput }) => !badInput && onClear()} />
}

interface NumberInputProps extends NumberOptions {
  value: number | null | undefined
  onNumber: (value: number) => void
  onEmpty: (validity: ValidityState) => void
}

function NumberInput({ label, hint, value, min, max, step = 1, onNumber, onEmpty }: NumberInputProps) {
  const { s } = useSetup()
  // What is being typed stands until the field is left: "1" is on its way to "120".
  const [typed, setTyped] = useState<string>()
  const isIn = value === undefined || (value !== null && value >= min && value <= max)
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
          value={typed ?? value ?? ''}
          onInput={event => {
            const { value: text, validity } = event.currentTarget
            setTyped(text)
            if (text === '') onEmpty(validity)
            else onNumber(Math.round(Number(text) / step) * step)
          }}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  )
}
