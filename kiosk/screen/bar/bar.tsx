/** Always at the bottom: languages by their own names, larger type, controls lower down, and whether the hub is there. */
import IconLarge from '~icons/lucide/a-large-small'
import IconLow from '~icons/lucide/arrow-down-to-line'
import { Button } from '../../../shared/ui/button.tsx'
import { ConnectionBadge } from '../../../shared/ui/connection-badge.tsx'
import { LanguagePicker } from '../../../shared/ui/language-picker.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './bar.css'

export function Bar() {
  const { lobby, words, link } = useKiosk()
  const { t } = useSpeech()
  const { large, low, away } = lobby
  return (
    <footer class="bar">
      <LanguagePicker
        label={t('language')}
        current={words.locale.value}
        onChoose={locale => void words.speak(locale)}
      />
      <div class="bar-ease">
        {away.value && <Connection stopped={link.health.value !== 'ok'} />}
        <Button
          variant="quiet"
          size="min"
          icon={IconLarge}
          word={t('largeType')}
          pressed={large.value}
          onPress={() => {
            large.value = !large.value
          }}
        />
        <Button
          variant="quiet"
          size="min"
          icon={IconLow}
          word={t('lowReach')}
          pressed={low.value}
          onPress={() => {
            low.value = !low.value
          }}
        />
      </div>
    </footer>
  )
}

function Connection({ stopped }: { stopped: boolean }) {
  const { t } = useSpeech()
  return <ConnectionBadge state={stopped ? 'stopped' : 'offline'} word={t(stopped ? 'hubStopped' : 'offline')} />
}
