/** How long something may take, typed in its unit (`unitMs`), kept in ms. */
import { NumberField, type NumberFieldProps } from './number-field.tsx'

export interface SpanFieldProps extends NumberFieldProps {
  value: number
  unitMs: number
}

export function SpanField({ unitMs, value, onChange, ...rest }: SpanFieldProps) {
  return <NumberField {...rest} value={Math.round(value / unitMs)} onChange={count => onChange(count * unitMs)} />
}
