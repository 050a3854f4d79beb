/** The party's songs, as its own panel shows them. */
import type { EntryView, PanelVisitView, PlaylistView } from '../../../shared/protocol/views/panel.ts'
import { indexed } from '../../domain/indexed.ts'
import type { History, PastVisit } from '../../domain/member/member.ts'
import type { Entry, Playlist, Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { membersOf } from '../members.ts'

/** Undefined where the venue has no songs. */
export function playlistView(context: ViewContext, visit: Visit): PlaylistView | undefined {
  if (!context.songs) return undefined
  const { assumedSongMs } = context.venue.policy
  const { discreet } = visit
  const playlist = playlistOf(context, visit)
  const views = viewsOf(playlist)
  const key = `${discreet} ${assumedSongMs}`
  const known = views.get(key)
  if (known) return known
  const view = viewOf(playlist, { discreet, assumedSongMs })
  views.set(key, view)
  return view
}

/** Every tap of a party asks, and few are for songs. */
const viewsOf = indexed((_playlist: Playlist) => new Map<string, PlaylistView>())

interface Shown {
  readonly discreet: boolean
  readonly assumedSongMs: number
}

function viewOf({ queue, playing, sung, vocals = false }: Playlist, { discreet, assumedSongMs }: Shown): PlaylistView {
  const lengthOf = (entry: Entry) => entry.lengthMs ?? assumedSongMs
  const entryView = (entry: Entry) => shownEntry(entry, discreet)
  let waitMs = 0
  return {
    ...(playing && {
      playing: {
        ...entryView(playing),
        startedAt: playing.startedAt,
        lengthMs: lengthOf(playing),
        ...(playing.voices && { vocals }),
      },
    }),
    queue: queue.map(entry => {
      const starts = waitMs
      waitMs += lengthOf(entry)
      return { ...entryView(entry), waitMs: starts }
    }),
    sung: sung.map(entry => ({ ...entryView(entry), ...(entry.how === 'missing' && { missing: true }) })),
  }
}

/** What was sung the last time; nothing in a discreet visit, and nothing of who asked for discretion. */
export function lastTimeOf(context: ViewContext, visit: Visit): Pick<PanelVisitView, 'lastTime'> {
  if (!context.songs || visit.discreet) return {}
  const songs = membersOf(visit).flatMap(id => {
    const facts = context.member(id)
    if (!facts || facts.member.discreet) return []
    return sungLast(facts.history)
  })
  return songs.length === 0 ? {} : { lastTime: [...new Set(songs)] }
}

const never: Pick<PastVisit, 'at' | 'sung'> = { at: 0, sung: [] }

/** Of a regular there are two hundred visits, and every tap of the party asks. */
const sungLast = indexed(({ visits }: History) =>
  visits.reduce<typeof never>((newest, one) => (one.at > newest.at ? one : newest), never).sung.map(({ song }) => song),
)

/** Whether some song is marked as one that a member of the party sings. */
export function hasYours(context: ViewContext, visit: Visit): boolean {
  const { queue, playing, sung } = playlistOf(context, visit)
  const isYours = (entry: Entry) => entry.why === 'yours'
  return queue.some(isYours) || sung.some(isYours) || (playing !== undefined && isYours(playing))
}

const nothing: Playlist = { queue: [], sung: [] }

const playlistOf = ({ state }: ViewContext, { id }: Visit): Playlist => state.playlists.get(id) ?? nothing

/** In a discreet visit nothing tells what somebody sang before. */
function shownEntry({ entry, song, title, artist, by, why }: Entry, discreet: boolean): EntryView {
  return { entry, song, title, artist, by, ...(why !== undefined && !(discreet && why === 'yours') && { why }) }
}
