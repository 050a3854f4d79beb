/**
 * The one thing to do that needs no button: a card at the reader, or a code before the camera. Where the reader is gone, or
 * members have no cards, what there is instead; where the hub is, that nothing can be done here; and the words for who
 * touched a card while another guest is being asked. While somebody is looked up, nothing: they have touched it already.
 */
import IconCard from '~icons/lucide/nfc'
import { CameraView } from '../camera/camera-view.tsx'
import type { AsideWords } from '../lobby/aside.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './invitation.css'

export function Invitation() {
  const { link, lobby } = useKiosk()
  const { t, staff } = useSpeech()
  // A reader that types into this page is seen by nobody: that there is one the house says.
  const byCard = link.view.one('venue')?.cards !== false && link.view.one('reader')?.working !== false
  const closed = lobby.gone.value
  const aside = closed ? undefined : lobby.aside.value
  const { kind } = lobby.episode.value
  const looksUp = kind === 'sent' || (kind === 'check-in' && !lobby.checkIn.value)
  const words = closed ? 'notHere' : aside ? asides[aside] : byCard ? 'touchCard' : 'cardPaused'
  return (
    <div class="invitation">
      <p
        class="invitation-card"
        data-aside={aside && ''}
        data-waiting={looksUp && !closed && !aside ? '' : undefined}
        aria-live="polite"
      >
        {words === 'touchCard' && <IconCard class="icon" aria-hidden="true" />}
        <span>{t(words, { staff })}</span>
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
