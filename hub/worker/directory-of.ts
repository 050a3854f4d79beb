/** A directory made of questions, whoever answers them: worker threads, or desks in this very thread. */
import type { Directory } from './directory.ts'
import type { HouseQuestion, SongQuestion } from './question.ts'
import type { SongFileAsked } from './read-song-file.ts'

export function directoryOf(by: {
  readonly askHouse: (question: HouseQuestion) => Promise<unknown>
  readonly askSongs: (question: SongQuestion) => Promise<unknown>
  readonly failed: (error: unknown) => void
  readonly readSongFile: (asked: SongFileAsked) => Promise<unknown>
  readonly prepareSongs: Directory['prepareSongs']
  readonly takeSongs: Directory['takeSongs']
  readonly close: () => Promise<void>
}): Directory {
  // Each kind of question is answered with its own type: question.ts is the other half of this file.
  const house = <T>(question: HouseQuestion) => by.askHouse(question) as Promise<T>
  const songs = <T>(question: SongQuestion) => by.askSongs(question) as Promise<T>
  return {
    searchSongs: ({ favoured, ...query }) =>
      songs({ ask: 'searchSongs', ...query, ...(favoured && { favoured: [...favoured] }) }),
    browseArtists: query => songs({ ask: 'browseArtists', ...query }),
    song: id => songs({ ask: 'song', id }),
    hotSongs: limit => songs({ ask: 'hotSongs', limit }),
    blockedSongs: () => songs({ ask: 'blockedSongs' }),
    identify: (kind, value, format) => house({ ask: 'identify', kind, value, ...(format && { format }) }),
    ownerOf: ({ technology, hex, number }) => house({ ask: 'ownerOf', technology, hex, number }),
    searchMembers: (text, limit) => house({ ask: 'searchMembers', text, limit }),
    matching: (text, among) => house({ ask: 'matching', text, among: [...among] }),
    memberSaved(id, member) {
      house({ ask: 'memberSaved', id, member }).catch(by.failed)
    },
    houseStatistics: () => house({ ask: 'houseStatistics' }),
    nights: () => house({ ask: 'nights' }),
    night: asked => house({ ask: 'night', ...asked }),
    slip: asked => house({ ask: 'slip', ...asked }),
    readSongFile: asked => by.readSongFile(asked) as ReturnType<Directory['readSongFile']>,
    prepareSongs: by.prepareSongs,
    takeSongs: by.takeSongs,
    close: by.close,
  }
}
