/** A tablet nobody knows: six characters, big, for a manager to type into a console. */
import IconSetup from '~icons/lucide/settings'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './pairing.css'

export function Pairing({ onSetup }: { onSetup: () => void }) {
  const { link } = usePanel()
  const { t } = useSpeech()
  const state = link.state.value
  const { code, full = false, known = false } = state.at === 'pairing' ? state : {}
  return (
    <main class="pairing">
      <p class="pairing-title">
        {t(known ? 'pairKnown' : code !== undefined ? 'pairTitle' : full ? 'pairFull' : 'pairExpired')}
      </p>
      <p class="pairing-code" role="status" aria-label={code && Array.from(code).join(' ')}>
        {Array.from(code ?? '······', (character, at) => (
          <span key={`${at}${character}`} aria-hidden="true">
            {character}
          </span>
        ))}
      </p>
      <Button class="pairing-setup" variant="quiet" size="min" icon={IconSetup} word={t('setup')} onPress={onSetup} />
    </main>
  )
}
