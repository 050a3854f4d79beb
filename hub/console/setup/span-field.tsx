/** How long something may take, typed in its unit (`unitMs`), kept in ms. */
import { NumberField, type NumberOptions } from './number-field.tsx'

export interface SpanFieldProps extends NumberOptions {
  /** Null: emptied. */
  value: number | null
  unitMs: number
  onChange: (value: number | null) => void
}

export function SpanField({ unitMs, value, onChange, ...options }: SpanFieldProps) {
  return (
    <NumberField
      {...options}
      value={value === null ? null : Math.round(value / unitMs)}
      onChange={count => onChange(count === null ? null : count * unitMs)}
    />
  )
}
