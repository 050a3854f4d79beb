/** 本店为您备的歌: said once, quietly, with one tap to be rid of them. */
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { Undone } from '../parts/undone.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { clearHouseGift, houseGift } from './removals.ts'

export function HouseGift() {
  const panel = usePanel()
  const { t } = useSpeech()
  const clearing = panel.thoughts.waiting.value.get(houseGift)
  if (clearing) {
    return <Undone what={houseGift} waiting={clearing} text={t('preloadedCleared')} about={t('preloaded')} />
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
        onPress={() => clearHouseGift(panel)}
      />
    </li>
  )
}
