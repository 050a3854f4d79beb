/** A song goes onto the list: once for every deliberate tap. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Panel } from '../state/panel.ts'

/** The same song within this is a mash, ms. */
export const sameSongMs = 2000

export interface AddedSong {
  readonly song: Id
  readonly title: string
  readonly artist: string
}

/** False: a mash. */
export function addSong(panel: Panel, { song, title, artist }: AddedSong, top = false): boolean {
  if (!panel.guard.lets(`song ${song}`, sameSongMs)) return false
  panel.songTitles.set(song, { title, artist })
  void panel.tap({ type: 'AddSong', song, ...(top && { top }) })
  return true
}
