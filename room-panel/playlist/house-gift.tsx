/** 本店为您备的歌: said once, quietly, with one tap to be rid of them. */
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function HouseGift() {
  const panel = usePanel()
  const { t } = useSpeech()
  const clear = () => {
    void panel.tapOnce({ type: 'ClearPreloaded' }, 2000)
    panel.notices.say({ text: t('preloadedCleared'), lastsMs: 3000 })
  }
  return (
    <li class="house-gift">
      <span class="caption gold">{t('preloaded')}</span>
      <Button
        class="house-gift-clear"
        variant="quiet"
        size="min"
        icon={IconClear}
        word={t('preloadedClear')}
        onPress={clear}
      />
    </li>
  )
}
