/** What a player may know: which entry each room is to play now. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PlayerSlices, PlayingView, SongToPlay } from '../../shared/protocol/views/player.ts'
import { roomOf } from '../domain/room-of.ts'
import type { Entry } from '../domain/state.ts'
import type { Slices, Touched, ViewContext } from './context.ts'
import { isLive, visitsOfTouchedRooms } from './members.ts'
import { sliceWriter } from './slices.ts'

/** Keys are `playing/<visit>`: a party keeps its song when it moves. */
export function wholePlayer(context: ViewContext, room?: Id): Slices {
  const { slices, each } = sliceWriter<PlayerSlices>(true)
  for (const [visit] of context.state.playlists.entries()) each('playing', visit, playingView(context, visit, room))
  return slices
}

export function changedPlayer(context: ViewContext, room: Id | undefined, touched: Touched): Slices | 'whole' {
  if (touched.venue) return 'whole'
  const { slices, each } = sliceWriter<PlayerSlices>(false)
  for (const visit of new Set([...touched.tables.playlists, ...visitsOfTouchedRooms(context, touched)]))
    each('playing', visit, playingView(context, visit, room))
  return slices
}

/** The song that is begun: what lies ready waits for its guests. `only`: of this room. */
function playingView({ state, songs, venue }: ViewContext, id: Id, only?: Id): PlayingView | undefined {
  const visit = state.visits.get(id)
  const playlist = state.playlists.get(id)
  if (!songs || !playlist?.playing || !isLive(visit) || (only !== undefined && visit.room !== only)) return undefined
  const toPlay = ({
    entry,
    song,
    number,
    title,
    artist,
    lengthMs = venue.policy.assumedSongMs,
  }: Entry): SongToPlay => ({
    entry,
    song,
    ...(number !== undefined && { number }),
    title,
    artist,
    lengthMs,
  })
  return {
    visit: id,
    room: visit.room,
    roomName: roomOf(venue, visit.room)?.name ?? '',
    ...toPlay(playlist.playing),
    vocals: playlist.vocals === true,
    next: playlist.queue.map(toPlay),
  }
}
