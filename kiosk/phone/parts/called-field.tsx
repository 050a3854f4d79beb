/** What somebody wants to be called; said in words when it is missing, or when no screen of the house could draw it. */
import type { Ref } from 'preact'
import { useMissingGlyphs } from '../../../shared/ui/use-missing-glyphs.ts'
import { useSpeech } from '../state/phone-context.ts'
import './called-field.css'

/** As the protocol has it. */
const longest = 12

/** As it is kept: trimmed, no longer than a screen shows. */
export const calledOf = (typed: string): string => Array.from(typed.trim()).slice(0, longest).join('')

interface CalledFieldProps {
  value: string
  missing: boolean
  onChange: (typed: string) => void
  field?: Ref<HTMLInputElement>
}

export function CalledField({ value, missing, onChange, field = null }: CalledFieldProps) {
  const { t } = useSpeech()
  const undrawn = useMissingGlyphs(value)
  return (
    <label class="called">
      <span class="form-title">{t('yourCall')}</span>
      <input
        ref={field}
        class="called-field"
        type="text"
        autocomplete="off"
        maxLength={longest * 2}
        placeholder={t('yourCallHint')}
        aria-invalid={missing}
        aria-describedby="called-missing"
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
      <span id="called-missing" class="called-missing" role="alert">
        {missing ? t('callMissing') : undrawn.length > 0 && t('callUndrawn', { glyphs: undrawn.join(' ') })}
      </span>
    </label>
  )
}
