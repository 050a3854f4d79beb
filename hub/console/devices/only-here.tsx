/** Where the hub listens to its own machine alone, no other device gets as far as its letters: how to let it in. */
import { useSpeech } from '../state/house.ts'
import './devices.css'

export function OnlyHere() {
  const { t, house } = useSpeech()
  if (!house.link.one('self')?.onlyHere) return null
  return (
    <div class="only-here">
      <p class="wrong">{t('pairOnlyHere', { address: location.origin })}</p>
      <p class="quiet">{t('pairOnlyHereHint')}</p>
    </div>
  )
}
