/** An amount of money: typed as people write it, kept in minor units of the venue's currency. */
import { useState } from 'preact/hooks'
import { useSpeech } from '../state/house.ts'
import { amountCharacters, amountOf, typedAmount } from './amount.ts'
import { Field } from './parts.tsx'

export interface MoneyFieldProps {
  label: string
  /** Minor units. */
  value: number
  onChange: (value: number) => void
}

export function MoneyField({ label, value, onChange }: MoneyFieldProps) {
  const { format } = useSpeech()
  const { fractionDigits } = format
  const [typed, setTyped] = useState('')
  // What was typed stands as long as it says the amount: `12.` is on its way to `12.5`.
  const shown = amountOf(typed, fractionDigits) === value ? typed : typedAmount(value, fractionDigits)
  return (
    <Field label={label} hint={format.money(value)}>
      {id => (
        <input
          id={id}
          class="text-input"
          inputMode={fractionDigits > 0 ? 'decimal' : 'numeric'}
          value={shown}
          onInput={event => {
            const text = amountCharacters(event.currentTarget.value)
            setTyped(text)
            onChange(amountOf(text, fractionDigits))
          }}
        />
      )}
    </Field>
  )
}
