/**
 * The one thing to do that needs no button: a card at the reader, or a code before the camera. Where the reader is gone, what
 * there is instead.
 */
import IconCard from '~icons/lucide/nfc'
import { CameraView } from '../camera/camera-view.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './invitation.css'

export function Invitation() {
  const { link } = useKiosk()
  const { t } = useSpeech()
  const gone = link.view.one('reader')?.working === false
  return (
    <div class="invitation">
      <p class="invitation-card">
        {!gone && <IconCard class="icon" aria-hidden="true" />}
        <span>{gone ? t('cardPaused') : t('touchCard')}</span>
      </p>
      <CameraView />
    </div>
  )
}
