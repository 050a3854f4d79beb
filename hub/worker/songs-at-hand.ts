/**
 * The catalogue that is sung, and perhaps the next one: loaded beside it, and taken at once when it is. What every party's
 * opening asks is remembered, so that nobody waits for a catalogue that is being spelled.
 */
import type { SongQuestion } from './question.ts'

/** Somebody who answers about one catalogue. */
export interface SongTeller {
  answer(question: SongQuestion): Promise<unknown>
  close(): Promise<void>
}

export interface SongsAtHand {
  answer(question: SongQuestion): Promise<unknown>
  /** Resolves once it can be searched. One that was prepared and never taken goes. */
  prepare(catalogue: string): Promise<void>
  /** From here on it is the one that is sung. */
  take(catalogue: string): Promise<void>
  close(): Promise<void>
}

export function createSongsAtHand(first: string, open: (catalogue: string) => SongTeller): SongsAtHand {
  let sung = remembering(open(first))
  let next: { readonly catalogue: string; readonly teller: SongTeller; readonly ready: Promise<unknown> } | undefined

  async function prepare(catalogue: string): Promise<void> {
    if (next?.catalogue !== catalogue) {
      void next?.teller.close()
      const teller = remembering(open(catalogue))
      const ready = teller.answer({ ask: 'ready' })
      next = { catalogue, teller, ready }
      // Whoever waits for it is told; nobody need.
      ready.catch(() => undefined)
    }
    await next.ready
  }

  return {
    answer: question => sung.answer(question),
    prepare,
    async take(catalogue) {
      await prepare(catalogue)
      if (next?.catalogue !== catalogue) return
      const before = sung
      sung = next.teller
      next = undefined
      await before.close()
    },
    async close() {
      await Promise.all([sung.close(), next?.teller.close()])
    },
  }
}

/** What parties begin with does not change while the catalogue does not. */
function remembering(teller: SongTeller): SongTeller {
  const known = new Map<string, Promise<unknown>>()
  return {
    ...teller,
    answer(question) {
      if (question.ask !== 'hotSongs' && question.ask !== 'blockedSongs') return teller.answer(question)
      const key = JSON.stringify(question)
      const asked = known.get(key) ?? teller.answer(question)
      known.set(key, asked)
      // What could not be answered is asked again.
      asked.catch(() => known.delete(key))
      return asked
    },
  }
}
