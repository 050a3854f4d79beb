/** The host's four digits, told to them by staff: right, and this panel shows what it all comes to. */
import { useState } from 'preact/hooks'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { NumberPad } from '../../shared/ui/number-pad.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './host-code.css'

const length = 4

export function HostCode({ onClose }: { onClose: () => void }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<RefusalCode>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const answer = await panel.now({ type: 'ShowTotals', digits: typed })
    if (answer.ok) return onClose()
    setBusy(false)
    setTyped('')
    setRefused(answer.refusal.refused)
  }
  return (
    <Dialog title={t('hostCode')} onClose={onClose}>
      <div class="host-code">
        <div class="host-code-said">
          <p class="quiet" role="status">
            {t(refused ? `refused.${refused}` : 'hostCodeHint')}
          </p>
          <p class="host-code-dots" aria-hidden="true">
            {Array.from({ length }, (_none, at) => (
              <span key={at} data-typed={at < typed.length ? '' : undefined} />
            ))}
          </p>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
        </div>
        <NumberPad
          label={t('hostCode')}
          words={{ backspace: t('backspace'), enter: t('enter') }}
          onDigit={digit => setTyped(old => (old + digit).slice(0, length))}
          onBackspace={() => setTyped(old => old.slice(0, -1))}
          enterDisabled={busy || typed.length < length}
          onEnter={() => void send()}
        />
      </div>
    </Dialog>
  )
}
