/** A name as it will be drawn: a character that no screen has is told while it is typed. */
import { Field } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'
import { useMissingGlyphs } from './use-missing-glyphs.ts'

export interface NameFieldProps {
  label: string
  value: string
  maxLength: number
  onValue: (value: string) => void
}

export function NameField({ label, value, maxLength, onValue }: NameFieldProps) {
  const { t } = useSpeech()
  const missing = useMissingGlyphs(value)
  return (
    <Field label={label} hint={missing.length > 0 ? t('missingGlyphs', { glyphs: missing.join(' ') }) : undefined}>
      {id => (
        <input
          id={id}
          class="text-input"
          autocomplete="off"
          maxLength={maxLength}
          value={value}
          onInput={event => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
