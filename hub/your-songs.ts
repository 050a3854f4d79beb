/** 您常唱: what the members of a panel's party sing. Nothing in a discreet visit, and nothing that may not be sung here. */
import type { Id } from '../shared/protocol/primitives.ts'
import type { AnswerOf } from '../shared/protocol/queries.ts'
import type { Visit } from './domain/state.ts'
import { preloadPlaylist } from './insight/playlist.ts'
import type { HouseRecords } from './records/house-records.ts'
import type { ViewContext } from './views/context.ts'
import { isLive, membersOf } from './views/members.ts'
import type { Directory } from './worker/directory.ts'

const mostShown = 40

export function createYourSongs(deps: {
  readonly directory: Pick<Directory, 'song'>
  readonly records: Pick<HouseRecords, 'loadFacts'>
  readonly context: () => ViewContext
}): (room: Id) => Promise<AnswerOf['YourSongs']> {
  const { directory, records, context } = deps

  return async room => {
    const visit = openIn(room)
    if (!visit) return { hits: [] }
    const facts = await Promise.all(membersOf(visit).map(id => records.loadFacts(id)))
    const party = facts.flatMap(one => (one && !one.member.discreet ? [one] : []))
    const yours = preloadPlaylist(party, [], context().now, mostShown)
    const songs = await Promise.all(yours.map(({ song }) => directory.song(song)))
    // Meanwhile they may have gone, or asked for discretion.
    if (openIn(room)?.id !== visit.id) return { hits: [] }
    return {
      hits: songs.flatMap(song =>
        song && song.blocked !== true
          ? [{ song: song.id, title: song.title, artist: song.artist, language: song.language }]
          : [],
      ),
    }
  }

  function openIn(room: Id): Visit | undefined {
    const { state } = context()
    const id = state.rooms.get(room)?.visit
    const visit = id === undefined ? undefined : state.visits.get(id)
    return isLive(visit) && visit.room === room && !visit.discreet ? visit : undefined
  }
}
