/** What facts make of a visit's songs. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { Entry, Playlist, State } from '../state.ts'
import type { PlaylistEvent } from './events.ts'

export const emptyPlaylist: Playlist = { queue: [], sung: [] }

/** What plays, waits or was sung. */
export const entriesOf = ({ playing, queue, sung }: Playlist): readonly Entry[] => [
  ...(playing ? [playing] : []),
  ...queue,
  ...sung,
]

export function evolvePlaylist(state: State, event: PlaylistEvent, line: LineMeta): void {
  const before = state.playlists.get(event.visit) ?? emptyPlaylist
  state.playlists.set(event.visit, apply(before, event, line.at))
}

export const sungKept = 100

function apply(list: Playlist, event: PlaylistEvent, at: number): Playlist {
  switch (event.type) {
    case 'PlaylistPreloaded':
      return {
        ...list,
        queue: [
          ...list.queue.filter(isGuests),
          ...event.entries.map((entry): Entry => ({ ...entry, by: 'house', addedAt: at })),
        ],
      }
    case 'SongAdded': {
      const added: Entry = { ...event.song, entry: event.entry, by: 'guest', addedAt: at }
      return { ...list, queue: event.top ? [added, ...list.queue] : beforeHouse(list.queue, added) }
    }
    case 'EntryRemoved':
      return { ...list, queue: list.queue.filter(entry => entry.entry !== event.entry) }
    case 'EntryTopped': {
      const topped = list.queue.find(entry => entry.entry === event.entry)
      if (!topped) return list
      return { ...list, queue: [{ ...topped, by: 'guest' }, ...list.queue.filter(entry => entry !== topped)] }
    }
    case 'PreloadedCleared':
      return { ...list, queue: list.queue.filter(isGuests) }
    case 'VocalsSet':
      return { ...list, vocals: event.on }
    case 'SongStarted':
      return start(list, event, at)
    case 'SongEnded': {
      const { playing, ...rest } = list
      if (playing?.entry !== event.entry) return list
      const { startedAt: _started, reported: _reported, voices: _voices, ...entry } = playing
      return { ...rest, sung: [{ ...entry, endedAt: at, how: event.how }, ...list.sung].slice(0, sungKept) }
    }
    default:
      return assertNever(event)
  }
}

export const isGuests = (entry: Entry): boolean => entry.by === 'guest'

// What a guest chose is never behind what the house put there.
function beforeHouse(queue: readonly Entry[], added: Entry): readonly Entry[] {
  const house = queue.findIndex(entry => !isGuests(entry))
  return house === -1 ? [...queue, added] : [...queue.slice(0, house), added, ...queue.slice(house)]
}

function start(
  list: Playlist,
  { entry: id, reported, lengthMs, voices }: Extract<PlaylistEvent, { type: 'SongStarted' }>,
  at: number,
): Playlist {
  const said = { ...(reported && { reported }), ...(lengthMs !== undefined && { lengthMs }), ...(voices && { voices }) }
  if (list.playing?.entry === id) return { ...list, playing: { ...list.playing, startedAt: at, ...said } }
  const entry = list.queue.find(one => one.entry === id)
  if (!entry) return list
  return { ...list, queue: list.queue.filter(one => one !== entry), playing: { ...entry, startedAt: at, ...said } }
}
