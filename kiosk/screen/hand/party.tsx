/** How many are you? One tap. */
import IconBack from '~icons/lucide/arrow-left'
import IconHelp from '~icons/lucide/hand'
import { Button } from '../../../shared/ui/button.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './party.css'

const sizes = Array.from({ length: 20 }, (_, index) => index + 1)

/** `called`: the name they chose, where a screen may show it. */
export function Party({ called, onBack }: { called?: string | undefined; onBack?: (() => void) | undefined }) {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  return (
    <section class="party" aria-live="polite">
      <div class="party-head">
        {called !== undefined && <p class="party-hello name">{t('hello', { name: called })}</p>}
        <h2 class="party-question">{t('howMany')}</h2>
      </div>
      <div class="party-tiles">
        {sizes.map(size => (
          <button
            key={size}
            type="button"
            class="party-tile"
            aria-label={t('people', { count: size })}
            onClick={() => lobby.sayParty(size)}
          >
            {size}
          </button>
        ))}
      </div>
      <div class="party-foot">
        {onBack && <Button variant="quiet" icon={IconBack} word={t('back')} onPress={onBack} />}
        <Button variant="quiet" icon={IconHelp} word={t('peopleMore')} onPress={() => lobby.call('help')} />
      </div>
    </section>
  )
}
