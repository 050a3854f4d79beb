/** One song that was found: the whole row puts it on the list, 顶歌 puts it next. */
import { useEffect, useState } from 'preact/hooks'
import IconTop from '~icons/lucide/arrow-up-to-line'
import IconDone from '~icons/lucide/check'
import IconAdd from '~icons/lucide/plus'
import type { SongHit } from '../../shared/protocol/queries.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { addSong, isMeant, putSong } from '../playlist/add-song.ts'
import type { ShownEntry } from '../playlist/shown-playlist.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { topSong } from './top-song.ts'

/** A song that is on the list comes onto it once more only when somebody, asked, taps again after a rest. */
const againMs = 600
/** How long the question stands. */
const askedMs = 4000

export interface HitRowProps {
  hit: SongHit
  /** Where it waits, by the guests' choice. */
  entry: ShownEntry | undefined
  playing: boolean
  lastTime: boolean
}

export function HitRow({ hit, entry, playing, lastTime }: HitRowProps) {
  const panel = usePanel()
  const { t } = useSpeech()
  const [asked, setAsked] = useState(false)
  const { title, artist } = hit
  const queued = entry !== undefined || playing
  useEffect(() => {
    if (!asked) return undefined
    const timer = setTimeout(() => setAsked(false), askedMs)
    return () => clearTimeout(timer)
  }, [asked])
  const press = () => {
    if (!queued) addSong(panel, hit)
    else if (isMeant(panel, hit, againMs)) {
      if (asked) putSong(panel, hit)
      setAsked(!asked)
    }
  }
  const word = t(queued ? (asked ? 'addAgain' : 'queued') : 'addSong')
  return (
    <li class="hit" data-slice-key={hit.song}>
      <button
        type="button"
        class="hit-add"
        data-added={queued ? '' : undefined}
        aria-label={`${title} ${artist} ${word}`}
        onClick={press}
      >
        <span class="title-text">{title}</span>
        <span class="caption">
          {artist}
          {lastTime && <span class="gold"> · {t('sangLastTime')}</span>}
        </span>
        <IconWord stacked icon={queued && !asked ? IconDone : IconAdd} word={word} />
      </button>
      <Button
        class="song-key"
        size="min"
        stacked
        variant="quiet"
        icon={IconTop}
        word={t('topSong')}
        label={`${t('topSong')} ${title}`}
        disabled={entry ? entry.position === 1 : playing}
        onPress={() => topSong(panel, hit, entry)}
      />
    </li>
  )
}
