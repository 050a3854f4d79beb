/** The one thing to do that needs no screen. */
import IconCard from '~icons/lucide/nfc'
import { useSpeech } from '../lobby/kiosk-context.ts'
import './invitation.css'

export function Invitation() {
  const { t } = useSpeech()
  return (
    <p class="invitation">
      <IconCard class="icon" aria-hidden="true" />
      <span>{t('touchCard')}</span>
    </p>
  )
}
