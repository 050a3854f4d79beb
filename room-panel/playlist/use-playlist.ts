/** The playlist as it is shown now. */
import { usePanel } from '../state/panel-context.ts'
import { removalOf } from './removals.ts'
import { type ShownPlaylist, shownPlaylist } from './shown-playlist.ts'

export function usePlaylist(): ShownPlaylist {
  const { link, songTitles, thoughts } = usePanel()
  const waiting = thoughts.waiting.value
  return shownPlaylist(
    link.view.one('playlist'),
    link.pending.value,
    song => songTitles.get(song),
    entry => waiting.has(removalOf(entry)),
  )
}
