/** A directory made of questions, whoever answers them: the worker thread, or a desk in this very thread. */
import type { Directory } from './directory.ts'
import type { Question } from './question.ts'

export function directoryOf(
  answer: (question: Question) => Promise<unknown>,
  failed: (error: unknown) => void,
  close: () => Promise<void>,
): Directory {
  // Each kind of question is answered with its own type: question.ts is the other half of this file.
  const ask = <T>(question: Question) => answer(question) as Promise<T>
  return {
    searchSongs: ({ favoured, ...query }) =>
      ask({ ask: 'searchSongs', ...query, ...(favoured && { favoured: [...favoured] }) }),
    browseArtists: query => ask({ ask: 'browseArtists', ...query }),
    song: id => ask({ ask: 'song', id }),
    hotSongs: limit => ask({ ask: 'hotSongs', limit }),
    blockedSongs: () => ask({ ask: 'blockedSongs' }),
    identify: (kind, value, format) => ask({ ask: 'identify', kind, value, ...(format && { format }) }),
    ownerOf: ({ technology, hex, number }) => ask({ ask: 'ownerOf', technology, hex, number }),
    searchMembers: (text, limit) => ask({ ask: 'searchMembers', text, limit }),
    matching: (text, among) => ask({ ask: 'matching', text, among: [...among] }),
    memberSaved(id, member) {
      ask({ ask: 'memberSaved', id, member }).catch(failed)
    },
    houseStatistics: () => ask({ ask: 'houseStatistics' }),
    nights: () => ask({ ask: 'nights' }),
    night: asked => ask({ ask: 'night', ...asked }),
    slip: asked => ask({ ask: 'slip', ...asked }),
    close,
  }
}
