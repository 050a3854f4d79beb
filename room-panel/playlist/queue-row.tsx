/** One song that waits: where it stands, when it comes, 顶歌 and 删除 in the open. */
import IconTop from '~icons/lucide/arrow-up-to-line'
import IconRemove from '~icons/lucide/trash-2'
import { Button } from '../../shared/ui/button.tsx'
import { KeptMark } from '../parts/kept-mark.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import type { ShownEntry } from './shown-playlist.ts'

/** Taps closer than this are one. */
const mashMs = 1000

export interface QueueRowProps {
  entry: ShownEntry
  /** From 1. */
  position: number
  onRemove: () => void
}

export function QueueRow({ entry: shown, position, onRemove }: QueueRowProps) {
  const panel = usePanel()
  const { t, format } = useSpeech()
  const { entry, title, artist, by, why, waitMs, pending, known } = shown
  return (
    <li class="song-row" data-slice-key={entry}>
      <span class="song-position">{position}</span>
      <div>
        <p class="title-text">{title || t('addSong')}</p>
        <p class="caption song-under">
          <span>{artist}</span>
          {why && <span class="gold">{t(why === 'yours' ? 'entryYours' : 'entryHot')}</span>}
          {waitMs !== undefined && <span>{position === 1 ? t('startsNow') : format.about(waitMs)}</span>}
          {pending && <KeptMark />}
        </p>
      </div>
      <div class="song-keys">
        <Button
          class="song-key"
          size="min"
          stacked
          icon={IconTop}
          word={t('topSong')}
          label={`${t('topSong')} ${title}`}
          disabled={!known || (position === 1 && by === 'guest')}
          onPress={() => void panel.tapOnce({ type: 'TopEntry', entry }, mashMs)}
        />
        <Button
          class="song-key"
          variant="quiet"
          size="min"
          stacked
          icon={IconRemove}
          word={t('remove')}
          label={`${t('remove')} ${title}`}
          disabled={!known}
          onPress={onRemove}
        />
      </div>
    </li>
  )
}
