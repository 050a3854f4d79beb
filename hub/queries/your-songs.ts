/** 您常唱: what the members of a panel's party sing. Nothing in a discreet visit, and nothing that may not be sung here. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import { entriesOf } from '../domain/playlist/evolve.ts'
import type { Visit } from '../domain/state.ts'
import { preloadPlaylist } from '../insight/playlist.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { ViewContext } from '../views/context.ts'
import { isLive, membersOf } from '../views/members.ts'
import type { Directory } from '../worker/directory.ts'

export interface YourSongs {
  list(room: Id): Promise<AnswerOf['YourSongs']>
  /** What this party has chosen tonight and sang before: what a search gives first among equals. */
  favoured(room: Id): Promise<readonly Id[]>
}

const mostShown = 40

export function createYourSongs(deps: {
  readonly directory: Pick<Directory, 'song'>
  readonly records: Pick<HouseRecords, 'loadFacts'>
  readonly context: () => ViewContext
}): YourSongs {
  const { directory, records, context } = deps

  async function list(room: Id): Promise<AnswerOf['YourSongs']> {
    const visit = openIn(room)
    if (!visit) return { hits: [] }
    const yours = await sungBy(visit)
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

  async function sungBy(visit: Visit) {
    const facts = await Promise.all(membersOf(visit).map(id => records.loadFacts(id)))
    const party = facts.flatMap(one => (one && !one.member.discreet ? [one] : []))
    return preloadPlaylist(party, [], context().now, mostShown)
  }

  /** Tonight's come first: of a discreet visit they are all that there is. */
  async function favoured(room: Id): Promise<readonly Id[]> {
    const { state } = context()
    const id = state.rooms.get(room)?.visit
    const playlist = id === undefined ? undefined : state.playlists.get(id)
    const tonight = playlist ? entriesOf(playlist).filter(({ by }) => by === 'guest') : []
    const visit = openIn(room)
    const yours = visit ? await sungBy(visit) : []
    return [...new Set([...tonight, ...(openIn(room)?.id === visit?.id ? yours : [])].map(({ song }) => song))]
  }

  return { list, favoured }

  function openIn(room: Id): Visit | undefined {
    const { state } = context()
    const id = state.rooms.get(room)?.visit
    const visit = id === undefined ? undefined : state.visits.get(id)
    return isLive(visit) && visit.room === room && !visit.discreet ? visit : undefined
  }
}
