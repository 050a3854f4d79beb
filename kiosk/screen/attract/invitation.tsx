/** The one thing to do that needs no button: a card at the reader, or a code before the camera. */
import IconCard from '~icons/lucide/nfc'
import { CameraView } from '../camera/camera-view.tsx'
import { useSpeech } from '../lobby/kiosk-context.ts'
import './invitation.css'

export function Invitation() {
  const { t } = useSpeech()
  return (
    <div class="invitation">
      <p class="invitation-card">
        <IconCard class="icon" aria-hidden="true" />
        <span>{t('touchCard')}</span>
      </p>
      <CameraView />
    </div>
  )
}
