/** One song that waits: where it stands, when it comes, 顶歌 and 删除 in the open. */
import IconTop from '~icons/lucide/arrow-up-to-line'
import IconRemove from '~icons/lucide/trash-2'
import { Button } from '../../shared/ui/button.tsx'
import { KeptMark } from '../parts/kept-mark.tsx'
import { Undone } from '../parts/undone.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { removalOf } from '../state/second-thoughts.ts'
import { removeEntry } from './removals.ts'
import type { ShownEntry } from './shown-playlist.ts'

/** Characters of a title that leave the artist room beside it. */
const shortTitle = 9
/** Taps closer than this are one. */
const mashMs = 1000

export interface QueueRowProps {
  entry: ShownEntry
  lastTime: boolean
  /** Of the song that plays, ms. */
  restMs: number
}

export function QueueRow({ entry: shown, lastTime, restMs }: QueueRowProps) {
  const panel = usePanel()
  const { t, format } = useSpeech()
  const { entry, title, artist, by, why, waitMs, pending, known, position } = shown
  const removing = panel.thoughts.waiting.value.get(removalOf(entry))
  if (removing) {
    return <Undone what={removalOf(entry)} waiting={removing} text={t('entryRemoved', { title })} about={title} />
  }
  const isShort = Array.from(title).length <= shortTitle
  return (
    <li class="song-row" data-slice-key={entry}>
      <span class="song-position">{position}</span>
      <div>
        <p class="song-what">
          <span class="title-text">{title || t('addSong')}</span>
          {isShort && <span class="caption">{artist}</span>}
        </p>
        <p class="caption song-under">
          {!isShort && <span>{artist}</span>}
          {lastTime ? (
            <span class="gold">{t('sangLastTime')}</span>
          ) : (
            why && <span class="gold">{t(why === 'yours' ? 'entryYours' : 'entryHot')}</span>
          )}
          {waitMs !== undefined && <span>{position === 1 ? t('startsNow') : format.about(restMs + waitMs)}</span>}
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
          onPress={() => removeEntry(panel, entry)}
        />
      </div>
    </li>
  )
}
