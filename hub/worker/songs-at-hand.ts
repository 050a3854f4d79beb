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

/** `open` is handed how to tell whether it is the one that is sung. */
export function createSongsAtHand(
  first: string,
  open: (catalogue: string, isSung: () => boolean) => SongTeller,
): SongsAtHand {
  const start = (catalogue: string): SongTeller => {
    const teller = remembering(open(catalogue, () => teller === sung))
    return teller
  }
  let sung = start(first)
  let next: { readonly catalogue: string; readonly teller: SongTeller } | undefined

  async function prepare(catalogue: string): Promise<void> {
    const known = next
    // Ready long ago, it may have ended since: that is told to nobody.
    const isThere = known?.catalogue === catalogue && (await isReady(known.teller))
    if (!isThere && next === known) {
      void known?.teller.close()
      next = { catalogue, teller: start(catalogue) }
    }
    if (next?.catalogue !== catalogue) throw new Error(`${catalogue} gave way to another catalogue`)
    await next.teller.answer({ ask: 'ready' })
  }

  async function answer(question: SongQuestion): Promise<unknown> {
    const asked = sung
    try {
      return await asked.answer(question)
    } catch (error) {
      // Another catalogue is sung now, and the one that was asked was sent away over it.
      if (asked === sung) throw error
      return sung.answer(question)
    }
  }

  return {
    answer,
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

const isReady = (teller: SongTeller): Promise<boolean> =>
  teller.answer({ ask: 'ready' }).then(
    () => true,
    () => false,
  )

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
