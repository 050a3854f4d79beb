/** A song goes onto the list: once for every deliberate tap. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Panel } from '../state/panel.ts'
import { removalOf } from './removals.ts'
import type { ShownEntry } from './shown-playlist.ts'

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

/** To the front of the list. `entry`: where it waits already, then it is moved and not there twice. */
export function topSong(panel: Panel, song: AddedSong, entry: ShownEntry | undefined): void {
  if (!entry) return addSong(panel, song, true)
  // A rest of its own: right after 点歌 it is no mash of that.
  if (!panel.guard.lets(`top ${song.song}`, sameSongMs)) return
  panel.thoughts.takeBack(removalOf(entry.entry))
  if (entry.known) void panel.tap({ type: 'TopEntry', entry: entry.entry })
  else putSong(panel, song, true)
}

/** False: a mash. All keys that add a song share its rest. */
export const isMeant = ({ guard }: Panel, { song }: Pick<AddedSong, 'song'>, restMs: number): boolean =>
  guard.lets(`song ${song}`, restMs)

export function putSong(panel: Panel, { song, title, artist }: AddedSong, top = false): void {
  panel.nameSong(song, { title, artist })
  void panel.tap({ type: 'AddSong', song, ...(top && { top }) })
}
