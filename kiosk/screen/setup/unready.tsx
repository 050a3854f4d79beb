/** Before this screen is the lobby's: six characters for a manager to type, the set-up, or where else it is open. */
import { useState } from 'preact/hooks'
import IconSetup from '~icons/lucide/settings'
import { Button } from '../../../shared/ui/button.tsx'
import { useLoaded } from '../../../shared/ui/use-loaded.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './unready.css'

export function Unready() {
  const { link } = useKiosk()
  const { t } = useSpeech()
  const [measuring, setMeasuring] = useState(false)
  const state = link.state.value
  if (measuring) return <Later onClose={() => setMeasuring(false)} />
  if (state.at === 'replaced') {
    return (
      <main class="unready" data-near="">
        <p class="unready-title">{t('openedElsewhere')}</p>
        <Button variant="primary" word={t('useHere')} onPress={link.reconnect} />
      </main>
    )
  }
  const { code, full = false, known = false } = state.at === 'pairing' ? state : {}
  return (
    <main class="unready" data-near="">
      <p class="unready-title">
        {t(known ? 'pairKnown' : code !== undefined ? 'pairDevice' : full ? 'pairFull' : 'pairWaiting')}
      </p>
      <p class="unready-code" role="status" aria-label={code && Array.from(code).join(' ')}>
        {Array.from(code ?? '······', (character, at) => (
          <span key={`${at}${character}`} aria-hidden="true">
            {character}
          </span>
        ))}
      </p>
      <Button variant="quiet" icon={IconSetup} word={t('setup')} onPress={() => setMeasuring(true)} />
    </main>
  )
}

/** Needed once in the life of a screen. */
function Later({ onClose }: { onClose: () => void }) {
  const loaded = useLoaded(loadMeasure)
  return loaded ? <loaded.Measure onClose={onClose} /> : null
}

const loadMeasure = () => import('./measure.tsx')
