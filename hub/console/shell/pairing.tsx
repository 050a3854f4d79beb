/** This page is nobody's yet (six letters for the manager), or the device was opened elsewhere. */
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/house.ts'
import './pairing.css'

export function Pairing({ code, full, known }: { code?: string; full?: true; known?: true }) {
  const { t } = useSpeech()
  return (
    <main class="pairing">
      <p class="quiet">
        {t(known ? 'pairingKnown' : code !== undefined ? 'pairingTitle' : full ? 'pairingFull' : 'pairingWait')}
      </p>
      <p class="pairing-code" aria-live="polite">
        {code ?? '······'}
      </p>
      <p class="quiet">{t('pairingHint')}</p>
    </main>
  )
}

export function Replaced() {
  const { t, house } = useSpeech()
  return (
    <main class="pairing">
      <h1>{t('replacedTitle')}</h1>
      <Button variant="primary" word={t('takeBack')} onPress={house.link.reconnect} />
    </main>
  )
}
