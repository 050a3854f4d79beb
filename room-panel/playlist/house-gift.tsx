/** 本店为您备的歌: said once, quietly, with one tap to be rid of them, or to have others. */
import IconLay from '~icons/lucide/list-music'
import IconClear from '~icons/lucide/x'
import { Button } from '../../shared/ui/button.tsx'
import { Undone } from '../parts/undone.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { clearHouseGift, houseGift } from './removals.ts'

/** `laid`: some of them wait. */
export function HouseGift({ laid }: { laid: boolean }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const clearing = panel.thoughts.waiting.value.get(houseGift)
  if (clearing) {
    return <Undone what={houseGift} waiting={clearing} text={t('preloadedCleared')} about={t('preloaded')} />
  }
  return (
    <li class="house-gift">
      <span class="caption gold">{laid && t('preloaded')}</span>
      <LayGift again={laid} />
      {laid && (
        <Button
          class="house-gift-clear"
          variant="quiet"
          size="min"
          icon={IconClear}
          word={t('preloadedClear')}
          onPress={() => clearHouseGift(panel)}
        />
      )}
    </li>
  )
}

/** Songs of the house with one tap; `again`: others than those that lie ready. */
export function LayGift({ again = false }: { again?: boolean }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const asked = panel.link.pending.value.some(({ command }) => command.type === 'LayPreloaded')
  return (
    <Button
      class="house-gift-clear"
      variant="quiet"
      size="min"
      icon={IconLay}
      word={t(again ? 'preloadedOthers' : 'preloadedLay')}
      busy={asked}
      onPress={() => void panel.tapOnce({ type: 'LayPreloaded' }, layRestMs)}
    />
  )
}

/** Taps closer than this are one. */
const layRestMs = 1500
