/**
 * The one thing to do that needs no button: a card at the reader, or a code before the camera. Where the reader is gone, what
 * there is instead; and the words for who touched a card while another guest is being asked.
 */
import IconCard from '~icons/lucide/nfc'
import { CameraView } from '../camera/camera-view.tsx'
import type { AsideWords } from '../lobby/aside.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './invitation.css'

export function Invitation() {
  const { link, lobby } = useKiosk()
  const { t, staff } = useSpeech()
  const aside = lobby.aside.value
  const gone = link.view.one('reader')?.working === false
  return (
    <div class="invitation">
      <p class="invitation-card" data-aside={aside && ''} aria-live="polite">
        {!gone && !aside && <IconCard class="icon" aria-hidden="true" />}
        <span>{aside ? t(asides[aside], { staff }) : t(gone ? 'cardPaused' : 'touchCard')}</span>
      </p>
      <CameraView />
    </div>
  )
}

const asides = {
  meets: 'nextGuestMet',
  again: 'nextGuestAgain',
  helps: 'nextGuestHelped',
} as const satisfies Record<AsideWords, string>
