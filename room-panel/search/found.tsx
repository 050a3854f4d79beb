/** What was found, or calm words where nothing was. */
import type { SongHit } from '../../shared/protocol/queries.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { HitRow } from './hit-row.tsx'
import type { SongSearch } from './song-search.ts'

export function Found({ search }: { search: SongSearch }) {
  const { playlist, visit } = usePanel()
  const { t } = useSpeech()
  const { playing, queue } = playlist.value
  if (search.away.value) return <EmptyState title={t('searchAway')} hint={t('searchAwayHint')} />
  if (search.waiting.value) return null
  if (search.wanted.value.list === 'artists') {
    return (
      <>
        {search.artists.value.map(({ artist, songs }) => (
          <button
            key={artist}
            type="button"
            class="artist"
            onClick={() => search.want({ artist, list: 'songs', text: '' })}
          >
            <span class="title-text">{artist}</span>
            <span class="caption">{t('songs', { count: songs })}</span>
          </button>
        ))}
      </>
    )
  }
  const hits = search.hits.value
  if (hits.length === 0) return <EmptyState title={t('noHits')} hint={t('noHitsHint')} />
  const entryOf = ({ song }: SongHit) => queue.find(one => one.by === 'guest' && one.song === song)
  const lastTime = new Set(visit.value?.lastTime)
  return (
    <ol class="rows">
      {hits.map(hit => (
        <HitRow
          key={hit.song}
          hit={hit}
          entry={entryOf(hit)}
          playing={playing?.song === hit.song}
          lastTime={lastTime.has(hit.song)}
        />
      ))}
    </ol>
  )
}
