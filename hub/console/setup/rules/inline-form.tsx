/** Settings that are one page rather than one thing: edited in place, saved together, only what was changed. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../../shared/ui/button.tsx'
import { useSetup } from '../setup-words.ts'

export interface InlineFormProps {
  label: string
  /** Something was changed, and nothing is missing. */
  ready: boolean
  /** Something was typed. */
  touched: boolean
  /** Somebody else saved since. */
  changed: boolean
  onSave: () => Promise<void>
  /** Back to what the hub has. */
  onReset: () => void
  onOverwrite: () => void
  children: ComponentChildren
}

export function InlineForm(props: InlineFormProps) {
  const { label, ready, touched, changed, onSave, onReset, onOverwrite, children } = props
  const { t, s } = useSetup()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <form
      class="form setup-form setup-part setup-inline"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        if (ready && !busy && !changed) void save()
      }}
    >
      {changed && (
        <div class="setup-changed" role="alert">
          <p>{s('changedMeanwhile', { staff: '' })}</p>
          <div class="chips">
            <Button size="min" word={s('seeNewest')} onPress={onReset} />
            <Button size="min" variant="quiet" word={s('keepMine')} onPress={onOverwrite} />
          </div>
        </div>
      )}
      {children}
      <div class="form-foot setup-foot">
        {touched && <Button variant="quiet" word={t('cancel')} onPress={onReset} />}
        <Button
          variant="primary"
          type="submit"
          word={t('save')}
          busy={busy}
          disabled={!ready || changed}
          onPress={nothing}
        />
      </div>
    </form>
  )
}

function nothing(): void {
  // The form's own submit does it.
}
