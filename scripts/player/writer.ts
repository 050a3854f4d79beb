/** Keeps the lists of every room that it hears of up to date, and passes over what is to be sung and not to be found. */
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PlayingView, SongToPlay } from '../../shared/protocol/views/player.ts'
import type { SongOnDisk } from './playlist-files.ts'
import type { SongFolder } from './song-folder.ts'

export interface Writer {
  look(playing: readonly PlayingView[]): void
}

export function createWriter(deps: {
  readonly songs: SongFolder
  readonly write: (room: string, songs: readonly SongOnDisk[]) => Promise<void>
  readonly report: (command: PeopleCommand) => void
  readonly tell: (what: 'missing' | 'away', song: SongToPlay) => void
  readonly failed: (error: unknown) => void
  /** Rooms whose lists hold something from an earlier run. */
  readonly filled: readonly string[]
}): Writer {
  const { songs, write, report, tell, failed } = deps
  let newest: readonly PlayingView[] = []
  let busy = false
  let stale = false
  /** Names of rooms whose lists hold something. */
  const filled = new Set(deps.filled)
  const passed = new Set<Id>()

  async function writeAll(): Promise<void> {
    if (busy) return
    busy = true
    do {
      stale = false
      const playing = newest
      const here = new Set(playing.map(({ roomName }) => roomName))
      for (const room of filled) {
        if (here.has(room)) continue
        await write(room, [])
        filled.delete(room)
      }
      for (const view of playing) {
        await write(view.roomName, await onDisk(view))
        filled.add(view.roomName)
      }
    } while (stale)
    busy = false
  }

  async function onDisk(view: PlayingView): Promise<SongOnDisk[]> {
    const there: SongOnDisk[] = []
    for (const song of [view, ...view.next]) {
      const found = await songs.find(song)
      if (typeof found === 'object') there.push({ ...song, file: found.file })
      else if (song === view && !passed.has(song.entry)) {
        tell(found, song)
        if (found === 'missing') {
          passed.add(song.entry)
          report({ type: 'PassSong', visit: view.visit, entry: song.entry })
        }
      }
    }
    return there
  }

  return {
    look(playing) {
      newest = playing
      stale = true
      writeAll().catch((error: unknown) => {
        busy = false
        failed(error)
      })
    },
  }
}
