/** The songs of the house by id and by how often they are sung: known as soon as the catalogue was read, long before it is spelled. */
import type { Song } from '../domain/playlist/song.ts'

export interface SongList {
  song(id: string): Song | undefined
  /** Most sung first; none that may not be. */
  hot(limit: number): readonly Song[]
  /** Ids of those that may not be sung here. */
  readonly blocked: readonly string[]
}

export function createSongList(all: readonly Song[]): SongList {
  const byId = new Map(all.map(song => [song.id, song]))
  const mostSung = all.filter(song => song.blocked !== true).sort((a, b) => b.popularity - a.popularity)
  return {
    song: id => byId.get(id),
    hot: limit => mostSung.slice(0, limit),
    blocked: all.filter(song => song.blocked === true).map(({ id }) => id),
  }
}
