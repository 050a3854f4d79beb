/**
 * An amount of money: typed as people write it, kept in minor units of the venue's currency. What is no amount is kept as it
 * was typed, and said; a form with it is not sent.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useSpeech } from '../state/house.ts'
import { mostMoney, readAmount, typedAmount } from './amount.ts'
import { Field } from './parts.tsx'

export interface MoneyFieldProps {
  label: string
  /** Minor units; null: what was typed is no amount. */
  value: number | null
  onChange: (value: number | null) => void
}

const example = 1280.25

export function MoneyField({ label, value, onChange }: MoneyFieldProps) {
  const { t, format } = useSpeech()
  const { fractionDigits } = format
  const [typed, setTyped] = useState<string>()
  const amountIn = (text: string) => {
    const read = readAmount(text, fractionDigits)
    return typeof read === 'number' ? read : null
  }
  // What was typed stands as long as it says the amount: `12.` is on its way to `12.5`.
  const stands = typed !== undefined && amountIn(typed) === value
  const shown = stands ? typed : value === null ? '' : typedAmount(value, fractionDigits)
  const wrongWords = () =>
    readAmount(shown, fractionDigits) === 'too-much'
      ? t('amountMost', { amount: format.money(mostMoney) })
      : t('amountShape', { example: example.toFixed(fractionDigits) })
  const wrong = value === null ? wrongWords() : undefined
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.setCustomValidity(wrong ?? ''), [wrong])
  return (
    <Field label={label} hint={value === null ? undefined : format.money(value)} wrong={wrong}>
      {id => (
        <input
          ref={input}
          id={id}
          class="text-input"
          inputMode={fractionDigits > 0 ? 'decimal' : 'numeric'}
          aria-invalid={wrong !== undefined}
          value={shown}
          onInput={event => {
            const text = event.currentTarget.value
            setTyped(text)
            onChange(amountIn(text))
          }}
        />
      )}
    </Field>
  )
}
