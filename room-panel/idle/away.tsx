/** Before the hub has said anything: calm, with the word for it. */
import IconRetry from '~icons/lucide/refresh-cw'
import IconSetup from '~icons/lucide/settings'
import { Button } from '../../shared/ui/button.tsx'
import { ConnectionBadge } from '../../shared/ui/connection-badge.tsx'
import { Wipe } from '../../shared/ui/wipe.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './idle.css'

export function Away({ onSetup }: { onSetup: () => void }) {
  const { link } = usePanel()
  const { t } = useSpeech()
  const { at } = link.state.value
  return (
    <main class="idle">
      <div class="idle-names">
        <p class="idle-welcome name">
          <Wipe kind="text" text={t('welcomeAll')} durationMs={2500} label={t('welcomeAll')} />
        </p>
        {at === 'replaced' && (
          <Button variant="primary" icon={IconRetry} word={t('retry')} onPress={() => link.reconnect()} />
        )}
      </div>
      <footer class="idle-foot">
        <ConnectionBadge
          state={at === 'away' ? 'offline' : 'connecting'}
          word={t(at === 'away' ? 'offline' : 'connecting')}
        />
        <Button class="idle-setup" variant="quiet" size="min" icon={IconSetup} word={t('setup')} onPress={onSetup} />
      </footer>
    </main>
  )
}
