/** What a player may know: which entry each room is to play now. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PlayerSlices, PlayingView } from '../../shared/protocol/views/player.ts'
import type { Slices, Touched, ViewContext } from './context.ts'
import { isLive, visitsOfTouchedRooms } from './members.ts'
import { sliceWriter } from './slices.ts'

/** Keys are `playing/<visit>`: a party keeps its song when it moves. */
export function wholePlayer(context: ViewContext): Slices {
  const { slices, each } = sliceWriter<PlayerSlices>(true)
  for (const [visit] of context.state.playlists.entries()) each('playing', visit, playingView(context, visit))
  return slices
}

export function changedPlayer(context: ViewContext, touched: Touched): Slices | 'whole' {
  if (touched.venue) return 'whole'
  const { slices, each } = sliceWriter<PlayerSlices>(false)
  for (const visit of new Set([...touched.tables.playlists, ...visitsOfTouchedRooms(context, touched)]))
    each('playing', visit, playingView(context, visit))
  return slices
}

/** The song that plays, or else the next one. */
function playingView({ state, songs, venue }: ViewContext, id: Id): PlayingView | undefined {
  const visit = state.visits.get(id)
  const playlist = state.playlists.get(id)
  const entry = playlist?.playing ?? playlist?.queue[0]
  if (!songs || !isLive(visit) || !entry) return undefined
  const { song, title, artist, lengthMs = venue.policy.assumedSongMs } = entry
  return {
    visit: id,
    room: visit.room,
    entry: entry.entry,
    song,
    title,
    artist,
    lengthMs,
    started: playlist?.playing !== undefined,
  }
}
