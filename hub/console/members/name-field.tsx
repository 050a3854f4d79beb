/** A name as it will be drawn: a character that no screen has is told while it is typed. */
import { useMissingGlyphs } from '../../../shared/ui/use-missing-glyphs.ts'
import { Field } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'

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
    <Field label={label}>
      {id => (
        <>
          <input
            id={id}
            class="text-input"
            autocomplete="off"
            maxLength={maxLength}
            value={value}
            aria-describedby={`${id}-missing`}
            onInput={event => onValue(event.currentTarget.value)}
          />
          <span id={`${id}-missing`} class="missing-glyphs" role="status">
            {missing.length > 0 && `◆ ${t('missingGlyphs', { glyphs: missing.join(' ') })}`}
          </span>
        </>
      )}
    </Field>
  )
}
