/**
 * In the place of every key and code, while nothing that is done here is heard: whom to turn to, to be read from the door.
 * Part of the first page, since nothing can be fetched then.
 */
import { useSpeech } from '../lobby/kiosk-context.ts'
import './closed.css'

export function Closed() {
  const { t } = useSpeech()
  return (
    <p class="closed" aria-live="polite">
      <span>{t('askOurStaff')}</span>
    </p>
  )
}
