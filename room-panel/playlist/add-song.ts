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

/** Mashes apart. */
export function addSong(panel: Panel, song: AddedSong, top = false): void {
  if (isMeant(panel, song, sameSongMs)) putSong(panel, song, top)
}

/** False: a mash. All keys that add a song share its rest. */
export const isMeant = ({ guard }: Panel, { song }: Pick<AddedSong, 'song'>, restMs: number): boolean =>
  guard.lets(`song ${song}`, restMs)

export function putSong(panel: Panel, { song, title, artist }: AddedSong, top = false): void {
  panel.nameSong(song, { title, artist })
  void panel.tap({ type: 'AddSong', song, ...(top && { top }) })
}
