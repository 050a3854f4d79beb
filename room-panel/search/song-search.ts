/** What is looked for and what was found: every key asks as soon as the one before is answered, the newest first. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Link } from '../../shared/client/link.ts'
import type { AnswerOf, SongHit } from '../../shared/protocol/queries.ts'

export type Artist = AnswerOf['BrowseArtists']['artists'][number]

export interface Wanted {
  /** Letters typed so far. */
  readonly text: string
  readonly language?: string
  readonly artist?: string
  /** Everything, what is new in the house, who sings, or what this party sings. */
  readonly list: 'songs' | 'new' | 'artists' | 'yours'
}

export interface SongSearch {
  readonly wanted: ReadonlySignal<Wanted>
  readonly hits: ReadonlySignal<readonly SongHit[]>
  readonly artists: ReadonlySignal<readonly Artist[]>
  /** The last question could not be answered: the hub is away. */
  readonly away: ReadonlySignal<boolean>
  /** Nothing has been answered yet. */
  readonly waiting: ReadonlySignal<boolean>
  readonly hasMore: ReadonlySignal<boolean>
  want(change: Partial<Wanted>): void
  /** Drops language or artist. */
  drop(filter: 'language' | 'artist'): void
  /** The next page of what is shown. */
  more(): void
  /** The hub is back: what it could not answer is asked again. */
  askAgain(): void
}

export const nothingWanted: Wanted = { text: '', list: 'songs' }
/** As long as a search may be. */
const longestText = 60

export function createSongSearch(ask: Link<'panel'>['ask']): SongSearch {
  const wanted = signal(nothingWanted)
  const hits = signal<readonly SongHit[]>([])
  const artists = signal<readonly Artist[]>([])
  const away = signal(false)
  const waiting = signal(true)
  const hasMore = signal(false)
  /** Where the page begins that is asked for as soon as the question on its way is answered. */
  let next: number | undefined
  let asking = false

  /** One question at a time: keys that were overtaken meanwhile are never asked. */
  async function look(offset: number): Promise<void> {
    next = offset
    if (asking) return
    asking = true
    while (next !== undefined) {
      const page: number = next
      next = undefined
      await lookAt(page)
    }
    asking = false
  }

  async function lookAt(offset: number): Promise<void> {
    const { language, artist, text, list } = wanted.peek()
    const filter = { ...(language !== undefined && { language }), ...(offset > 0 && { offset }) }
    if (list === 'artists') {
      const answer = await ask({ type: 'BrowseArtists', ...filter })
      if (next !== undefined) return
      finish(answer.ok, offset, () => answer.ok && extend(artists, answer.value.artists, answer.value.more, offset))
    } else if (list === 'yours') {
      const answer = await ask({ type: 'YourSongs' })
      if (next !== undefined) return
      finish(answer.ok, offset, () => answer.ok && extend(hits, answer.value.hits, false, offset))
    } else {
      const answer = await ask({
        type: 'SearchSongs',
        text,
        ...filter,
        ...(artist !== undefined && { artist }),
        ...(list === 'new' && { newest: true }),
      })
      if (next !== undefined) return
      finish(answer.ok, offset, () => answer.ok && extend(hits, answer.value.hits, answer.value.more, offset))
    }
  }

  function finish(ok: boolean, offset: number, show: () => void): void {
    batch(() => {
      waiting.value = false
      // What was found stays: only its next page is missing.
      if (!ok && offset > 0) hasMore.value = true
      else away.value = !ok
      show()
    })
  }

  function extend<T>(list: Signal<readonly T[]>, page: readonly T[], more: boolean, offset: number): void {
    list.value = offset === 0 ? page : [...list.peek(), ...page]
    hasMore.value = more
  }

  const change = (now: Wanted) => {
    wanted.value = { ...now, text: now.text.slice(0, longestText) }
    // What is shown is another search's: it has no next page.
    hasMore.value = false
    void look(0)
  }

  void look(0)
  return {
    wanted,
    hits,
    artists,
    away,
    waiting,
    hasMore,
    want: some => change({ ...wanted.peek(), ...some }),
    drop(filter) {
      const { [filter]: _dropped, ...rest } = wanted.peek()
      change(rest)
    },
    more() {
      if (!hasMore.peek()) return
      hasMore.value = false
      void look(wanted.peek().list === 'artists' ? artists.peek().length : hits.peek().length)
    },
    askAgain() {
      if (away.peek()) void look(0)
    },
  }
}
