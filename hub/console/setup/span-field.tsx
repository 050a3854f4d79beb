/** How long something may take, typed in its unit (`unitMs`), kept in ms. */
import { NumberField, type NumberFieldProps } from './number-field.tsx'

export function SpanField({ unitMs, value, onChange, ...rest }: NumberFieldProps & { unitMs: number }) {
  return <NumberField {...rest} value={Math.round(value / unitMs)} onChange={count => onChange(count * unitMs)} />
}
