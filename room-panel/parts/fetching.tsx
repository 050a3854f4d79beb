/** In the place of a part that is still on its way: calm words, and only if it takes longer than a moment. */
import { useSpeech } from '../state/panel-context.ts'
import './fetching.css'

export function Fetching() {
  const { t } = useSpeech()
  return (
    <p class="fetching" role="status">
      {t('partAway')}
    </p>
  )
}
