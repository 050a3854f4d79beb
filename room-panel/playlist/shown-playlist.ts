/** The playlist as the guests see it: the hub's, with their own taps already done. */
import type { Tap } from '../../shared/client/tap.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { EntryView, PlaylistView } from '../../shared/protocol/views/panel.ts'
import type { SongTitle } from '../state/device-memory.ts'

export type ShownEntry = EntryView & {
  /** From the end of the song that plays until it starts, ms; undefined while nobody can know. */
  readonly waitMs?: number
  /** Tapped here, not at the hub yet. */
  readonly pending: boolean
  /** The hub has it: it can be moved and removed. */
  readonly known: boolean
  /** Its place in the queue, from 1; none while its removal can be taken back. */
  readonly position?: number
}

export interface ShownPlaylist {
  readonly playing: PlaylistView['playing']
  readonly queue: readonly ShownEntry[]
  readonly sung: PlaylistView['sung']
}

/** `titleOf` knows the songs that were found here; `isRemoved`: gone for the guests, while it can be taken back. */
export function shownPlaylist(
  playlist: PlaylistView | undefined,
  taps: readonly Tap[],
  titleOf: (song: Id) => SongTitle | undefined,
  isRemoved: (entry: Id) => boolean = () => false,
): ShownPlaylist {
  const start: readonly ShownEntry[] = (playlist?.queue ?? []).map(entry => ({ ...entry, pending: false, known: true }))
  const queue = taps.reduce((shown, tap) => withTap(shown, tap, titleOf), start)
  return {
    playing: playlist?.playing,
    queue: numbered(queue, isRemoved),
    sung: playlist?.sung ?? [],
  }
}

function numbered(queue: readonly ShownEntry[], isRemoved: (entry: Id) => boolean): readonly ShownEntry[] {
  let position = 0
  return queue.map(one => {
    if (isRemoved(one.entry)) return one
    position += 1
    return { ...one, position }
  })
}

function withTap(
  queue: readonly ShownEntry[],
  { command, outbox, n }: Tap,
  titleOf: (song: Id) => SongTitle | undefined,
): readonly ShownEntry[] {
  switch (command.type) {
    case 'AddSong': {
      // As at the hub, 顶歌 adds no second one.
      const own = command.top && queue.find(({ song, by }) => song === command.song && by === 'guest')
      if (own) return [own, ...queue.filter(one => one !== own)]
      const { title = '', artist = '' } = titleOf(command.song) ?? {}
      const entry = `${outbox}-${n}`
      const added = { entry, song: command.song, title, artist, by: 'guest', pending: true, known: false } as const
      // What the house laid ready of it is theirs now.
      const others = queue.filter(one => one.by !== 'house' || one.song !== command.song)
      return command.top ? [added, ...others] : beforeHouse(others, added)
    }
    case 'RemoveEntry':
      return queue.filter(({ entry }) => entry !== command.entry)
    case 'TopEntry': {
      const topped = queue.find(({ entry }) => entry === command.entry)
      if (!topped) return queue
      const { waitMs: _old, ...rest } = topped
      return [{ ...rest, by: 'guest', pending: true }, ...queue.filter(one => one !== topped)]
    }
    case 'ClearPreloaded':
      return queue.filter(({ by }) => by === 'guest')
    default:
      return queue
  }
}

/** A guest's song comes before what the house put there, as at the hub. */
function beforeHouse(queue: readonly ShownEntry[], added: ShownEntry): readonly ShownEntry[] {
  const at = queue.findIndex(({ by }) => by === 'house')
  return at < 0 ? [...queue, added] : [...queue.slice(0, at), added, ...queue.slice(at)]
}
