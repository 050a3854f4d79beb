/** A name as it will be drawn: a character that no screen has is told while it is typed, and one that is too wide for the lobby. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { fitsScreens } from '../../../shared/protocol/called.ts'
import { useMissingGlyphs } from '../../../shared/ui/use-missing-glyphs.ts'
import { Field } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'

export interface NameFieldProps {
  label: string
  hint?: string
  value: string
  /** What they are called on screens, or how they are in their papers. */
  of: 'called' | 'papers'
  onValue: (value: string) => void
}

export function NameField({ label, hint, value, of, onValue }: NameFieldProps) {
  const { t } = useSpeech()
  const missing = useMissingGlyphs(value)
  // What stood here before stays: who changes something else need not shorten it.
  const [first] = useState(value)
  const tooLong = of === 'called' && value !== first && !fitsScreens(value.trim())
  const fault = tooLong ? t('calledTooLong') : missing.length > 0 && t('missingGlyphs', { glyphs: missing.join(' ') })
  const input = useRef<HTMLInputElement>(null)
  // Where the field stands in a form, that is not sent, and the browser says why.
  useEffect(() => input.current?.setCustomValidity(tooLong ? t('calledTooLong') : ''), [tooLong, t])
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {id => (
        <>
          <input
            ref={input}
            id={id}
            class="text-input"
            autocomplete="off"
            maxLength={40}
            value={value}
            aria-invalid={tooLong}
            aria-describedby={`${id}-missing`}
            onInput={event => onValue(event.currentTarget.value)}
          />
          <span id={`${id}-missing`} class="missing-glyphs" role="status">
            {fault !== false && `◆ ${fault}`}
          </span>
        </>
      )}
    </Field>
  )
}
