/** 顶歌 on what was found. */
import { type AddedSong, addSong, putSong, sameSongMs } from '../playlist/add-song.ts'
import type { ShownEntry } from '../playlist/shown-playlist.ts'
import type { Panel } from '../state/panel.ts'
import { removalOf } from '../state/second-thoughts.ts'

/** To the front of the list. `entry`: where it waits already, then it is moved and not there twice. */
export function topSong(panel: Panel, song: AddedSong, entry: ShownEntry | undefined): void {
  if (!entry) return addSong(panel, song, true)
  // A rest of its own: right after 点歌 it is no mash of that.
  if (!panel.guard.lets(`top ${song.song}`, sameSongMs)) return
  panel.thoughts.takeBack(removalOf(entry.entry))
  if (entry.known) void panel.tap({ type: 'TopEntry', entry: entry.entry })
  else putSong(panel, song, true)
}
