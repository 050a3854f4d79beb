/** What somebody wants to be called; said in words when it is missing, too long, or what no screen of the house could draw. */
import type { Ref } from 'preact'
import { fitsScreens } from '../../../shared/protocol/called.ts'
import { useMissingGlyphs } from '../../../shared/ui/use-missing-glyphs.ts'
import { useSpeech } from '../state/phone-context.ts'
import './called-field.css'

/** As it is kept; undefined where there is nothing, or more than a screen shows: nobody is called half of what they wrote. */
export function calledOf(typed: string): string | undefined {
  const called = written(typed)
  return called !== '' && fitsScreens(called) ? called : undefined
}

const written = (typed: string): string => typed.normalize('NFC').trim()

interface CalledFieldProps {
  value: string
  missing: boolean
  onChange: (typed: string) => void
  field?: Ref<HTMLInputElement>
}

export function CalledField({ value, missing, onChange, field = null }: CalledFieldProps) {
  const { t } = useSpeech()
  const undrawn = useMissingGlyphs(value)
  const tooLong = !fitsScreens(written(value))
  const fault = () => {
    if (missing) return t('callMissing')
    if (tooLong) return t('callTooLong')
    return undrawn.length > 0 && t('callUndrawn', { glyphs: undrawn.join(' ') })
  }
  return (
    <label class="called">
      <span class="form-title">{t('yourCall')}</span>
      <input
        ref={field}
        class="called-field"
        type="text"
        autocomplete="off"
        maxLength={60}
        placeholder={t('yourCallHint')}
        aria-invalid={missing || tooLong}
        aria-describedby="called-missing"
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
      <span id="called-missing" class="called-missing" role="alert">
        {fault()}
      </span>
    </label>
  )
}
