/** One song that was found: the whole row puts it on the list, 顶歌 puts it next. */
import IconTop from '~icons/lucide/arrow-up-to-line'
import IconDone from '~icons/lucide/check'
import IconAdd from '~icons/lucide/plus'
import type { SongHit } from '../../shared/protocol/queries.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { addSong } from '../playlist/add-song.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function HitRow({ hit, queued }: { hit: SongHit; queued: boolean }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const { title, artist } = hit
  return (
    <li class="hit" data-slice-key={hit.song}>
      <button
        type="button"
        class="hit-add"
        data-added={queued ? '' : undefined}
        aria-label={`${title} ${artist} ${t(queued ? 'queued' : 'addSong')}`}
        onClick={() => addSong(panel, hit)}
      >
        <span class="title-text">{title}</span>
        <span class="caption">{artist}</span>
        <IconWord icon={queued ? IconDone : IconAdd} word={t(queued ? 'queued' : 'addSong')} />
      </button>
      <Button
        class="song-key"
        size="min"
        stacked
        variant="quiet"
        icon={IconTop}
        word={t('topSong')}
        label={`${t('topSong')} ${title}`}
        onPress={() => addSong(panel, hit, true)}
      />
    </li>
  )
}
