/** The room with nobody in it: its name, the house's name, the time. Nothing of any guest. */
import IconSetup from '~icons/lucide/settings'
import { Button } from '../../shared/ui/button.tsx'
import { ClockText } from '../../shared/ui/clock-text.tsx'
import { ConnectionBadge } from '../../shared/ui/connection-badge.tsx'
import { connectionOf } from '../frame/connection.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './idle.css'

export function Idle({ onSetup }: { onSetup: () => void }) {
  const { link, clock } = usePanel()
  const { t, format, own } = useSpeech()
  const venue = link.view.one('venue')
  const room = link.view.one('room')
  const { state, word } = connectionOf(link)
  return (
    <main class="idle">
      <div class="idle-names">
        {venue && <p class="idle-venue name">{own(venue.name)}</p>}
        <h1 class="idle-room name">{room?.name}</h1>
        <span class="idle-line" aria-hidden="true" />
        <p class="idle-time">
          <ClockText time={format.time(clock.minute.value)} />
        </p>
      </div>
      <footer class="idle-foot">
        {state === 'online' ? <span /> : <ConnectionBadge state={state} word={t(word)} />}
        <Button class="idle-setup" variant="quiet" size="min" icon={IconSetup} word={t('setup')} onPress={onSetup} />
      </footer>
    </main>
  )
}
