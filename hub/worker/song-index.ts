/**
 * Finds songs by initials, pinyin, characters, English, any part of title or artist. Rows are in the order of how often they
 * are sung, so that within one rank nothing is sorted; what begins as typed is found in sorted texts, what only holds it
 * among the few rows with its rarest letters.
 */
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import type { Song } from '../domain/playlist/song.ts'
import { atOnce } from '../system/in-steps.ts'
import { createGrams } from './grams.ts'
import { beginsMixed } from './mixed-pinyin.ts'
import { foldKana } from './romaji.ts'
import { slipsOf } from './slips.ts'
import { sortTexts } from './sorted-texts.ts'

/** How a title and an artist sound: what the finder compares a query with. Kept on disk, because making it takes seconds. */
export interface SongSound {
  readonly titleInitials: string
  readonly titleSound: string
  readonly artistInitials: string
  readonly artistSound: string
}

export interface SongIndex {
  /** `favoured`: songs that come first among what is found equally well, in their own order. */
  search(query: {
    text: string
    language?: string
    artist?: string
    offset?: number
    favoured?: readonly string[]
    newest?: true
  }): AnswerOf['SearchSongs']
  artists(query: { language?: string; offset?: number }): AnswerOf['BrowseArtists']
}

const pageSize = 40
/** What came before so many others is not new. */
const mostNew = 200
/** With fewer found, other ways of typing are thought of, and slips of the finger. */
const fewHits = 5

/** 0 is what was asked for to the letter; 5 is somewhere inside, 6 typed in another way, 7 one slip away. */
const nowhere = 8
/** Shorter than that, everything could be typed in another way. */
const shortestOther = 4

export const createSongIndex = (all: readonly Song[], soundOf: (song: Song) => SongSound): SongIndex =>
  atOnce(songIndexSteps(all, soundOf))

/** The same, made in steps. */
export function* songIndexSteps(all: readonly Song[], soundOf: (song: Song) => SongSound): Generator<void, SongIndex> {
  const songs = all.filter(song => song.blocked !== true).sort((a, b) => b.popularity - a.popularity)
  yield
  const titles: string[] = []
  const sounds: string[] = []
  const initials: string[] = []
  const rowOf = new Map(songs.map((song, row) => [song.id, row]))
  const artists: Artist[] = []
  const artistNumbers = new Map<string, number>()
  for (const [row, song] of songs.entries()) {
    titles.push(foldText(song.title))
    const { titleInitials, titleSound, artistInitials, artistSound } = soundOf(song)
    initials.push(titleInitials)
    sounds.push(titleSound)
    const number = artistNumbers.get(song.artist) ?? artists.length
    const artist = artists[number]
    if (artist) artist.rows.push(row)
    else {
      artistNumbers.set(song.artist, number)
      artists.push({ texts: [foldText(song.artist), artistInitials, artistSound], rows: [row] })
    }
    yield
  }
  const byTitle = sortTexts(titles)
  yield
  const bySound = sortTexts(sounds)
  yield
  const byInitials = sortTexts(initials)
  yield
  const bySinger = sortTexts(artists.map(({ texts }) => texts[2]))
  /** Name, initials or sound, in full → who. */
  const singers = new Map<string, number[]>()
  for (const [number, { texts }] of artists.entries())
    for (const text of new Set(texts)) if (text !== '') singers.set(text, [...(singers.get(text) ?? []), number])
  yield
  const grams = createGrams(songs.length, row => [titles[row] ?? '', sounds[row] ?? '', initials[row] ?? ''])
  yield
  // Of what says no date, what stands last in the catalogue came last.
  const place = new Map(all.map(({ id }, at) => [id, at]))
  const places = songs.map(({ id }) => place.get(id) ?? 0)
  const added = songs.map(({ addedAt = 0 }) => addedAt)
  const newestRows = [...songs.keys()]
    .sort((a, b) => (added[b] ?? 0) - (added[a] ?? 0) || (places[b] ?? 0) - (places[a] ?? 0))
    .slice(0, mostNew)
  /** One search at a time: the rank of every row. */
  const ranks = new Uint8Array(songs.length)
  const artistLists = new Map<string | undefined, AnswerOf['BrowseArtists']['artists']>()

  return {
    search({ text, language, artist, offset = 0, favoured = [], newest }) {
      const needle = foldText(text)
      const wanted = (row: number) =>
        (!language || songs[row]?.language === language) && (!artist || songs[row]?.artist === artist)
      if (newest) {
        const rows = newestRows.filter(wanted)
        const page = rows.slice(offset, offset + pageSize)
        return { hits: page.flatMap(row => toHit(songs[row])), more: rows.length > offset + pageSize }
      }
      const first = favoured.flatMap(id => rowOf.get(id) ?? [])
      const rows = find(needle, { wanted, first: needle === '' ? [] : first }, offset + pageSize + 1).slice(offset)
      return { hits: rows.slice(0, pageSize).flatMap(row => toHit(songs[row])), more: rows.length > pageSize }
    },
    artists({ language, offset = 0 }) {
      const list = artistLists.get(language) ?? artistsOf(songs, language)
      artistLists.set(language, list)
      return { artists: list.slice(offset, offset + pageSize), more: list.length > offset + pageSize }
    },
  }

  /** The best rows, at most `limit`. */
  function find(needle: string, among: Among, limit: number): number[] {
    ranks.fill(needle === '' ? 0 : nowhere)
    if (needle === '') return best(among, limit)
    rankBeginnings(needle)
    let found = best(among, limit)
    if (found.length < limit) {
      rankInsides(needle, among.wanted, limit - found.length)
      rankFavoured(needle, among.first)
      found = best(among, limit)
    }
    if (found.length >= fewHits || needle.length < shortestOther) return found
    rankMixed(needle)
    rankTogether(needle)
    found = best(among, limit)
    if (found.length >= fewHits) return found
    for (const meant of slipsOf(needle)) {
      mark(byTitle.beginning(meant), 7)
      mark(bySound.beginning(meant), 7)
      for (const number of bySinger.beginning(meant)) mark(artists[number]?.rows ?? [], 7)
    }
    return best(among, limit)
  }

  /** Which of them would be found inside, had the search not ended before. */
  function rankFavoured(needle: string, first: readonly number[]): void {
    for (const row of first) {
      if (titles[row]?.includes(needle) || initials[row]?.includes(needle)) mark([row], 4)
      else if (sounds[row]?.includes(needle)) mark([row], 5)
    }
  }

  /** `qinghc`: some syllables whole, of others the first letter. */
  function rankMixed(needle: string): void {
    for (const row of bySound.beginning(needle.charAt(0)))
      if (beginsMixed(needle, sounds[row] ?? '', initials[row] ?? '')) mark([row], 6)
    for (const { texts, rows } of artists) if (beginsMixed(needle, texts[2], texts[1])) mark(rows, 6)
  }

  /** `周杰伦晴天`, `zjlqt`, `qingtian zhoujielun`: who sings it and what, in either order. */
  function rankTogether(needle: string): void {
    for (let at = 1; at < needle.length; at += 1) {
      const [front, back] = [needle.slice(0, at), needle.slice(at)]
      for (const number of singers.get(front) ?? []) markTitles(artists[number]?.rows ?? [], back)
      for (const number of singers.get(back) ?? []) markTitles(artists[number]?.rows ?? [], front)
    }
  }

  function markTitles(rows: readonly number[], title: string): void {
    for (const row of rows)
      if ([titles[row], sounds[row], initials[row]].some(text => text?.startsWith(title))) mark([row], 6)
  }

  function rankBeginnings(needle: string): void {
    mark(byInitials.beginning(needle), 1)
    mark(byTitle.beginning(needle), 2)
    mark(bySound.beginning(needle), 2)
    for (const [texts, order] of [
      [titles, byTitle],
      [sounds, bySound],
      [initials, byInitials],
    ] as const) {
      for (const row of order.beginning(needle)) {
        if (texts[row] !== needle) break
        ranks[row] = 0
      }
    }
    for (const { texts, rows } of artists) {
      if (texts.includes(needle)) mark(rows, 2)
      else if (texts.some(text => text.startsWith(needle))) mark(rows, 3)
    }
  }

  /** Ends as soon as `enough` rows more are sure to be shown. */
  function rankInsides(needle: string, wanted: (row: number) => boolean, enough: number): void {
    for (const { texts, rows } of artists) if (texts.some(text => text.includes(needle))) mark(rows, 5)
    let sure = 0
    for (const row of grams.candidates(needle)) {
      if ((ranks[row] ?? 0) < 4) continue
      if (titles[row]?.includes(needle) || initials[row]?.includes(needle)) {
        ranks[row] = 4
        if (wanted(row)) sure += 1
        if (sure === enough) return
      } else if (sounds[row]?.includes(needle)) ranks[row] = 5
    }
  }

  /** Lets nothing sink. */
  function mark(rows: Iterable<number>, rank: number): void {
    for (const row of rows) if ((ranks[row] ?? 0) > rank) ranks[row] = rank
  }

  function best({ wanted, first }: Among, limit: number): number[] {
    const byRank: number[][] = Array.from({ length: nowhere }, () => [])
    for (const row of first) if (wanted(row)) byRank[ranks[row] ?? nowhere]?.push(row)
    const taken = new Set(first)
    for (let row = 0; row < ranks.length; row++) {
      const rank = ranks[row] ?? nowhere
      // Most are: this is the one loop over all songs.
      if (rank === nowhere) continue
      const ranked = byRank[rank]
      if (ranked && ranked.length < limit && !taken.has(row) && wanted(row)) ranked.push(row)
    }
    return byRank.flat().slice(0, limit)
  }
}

interface Among {
  readonly wanted: (row: number) => boolean
  /** Before others of the same rank. */
  readonly first: readonly number[]
}

interface Artist {
  /** The name, its initials and its sound. */
  readonly texts: readonly [name: string, initials: string, sound: string]
  readonly rows: number[]
}

/** Half-width, lower case, one kana, without spaces and punctuation: how both sides are compared. */
export const foldText = (text: string): string =>
  foldKana(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]+/gu, ''),
  )

/** Who has most songs first. */
function artistsOf(songs: readonly Song[], language: string | undefined): AnswerOf['BrowseArtists']['artists'] {
  const counts = new Map<string, number>()
  for (const { artist, language: sung } of songs)
    if (artist !== '' && (!language || sung === language)) counts.set(artist, (counts.get(artist) ?? 0) + 1)
  return [...counts].map(([artist, songs]) => ({ artist, songs })).sort((a, b) => b.songs - a.songs)
}

const toHit = (song: Song | undefined) =>
  song ? [{ song: song.id, title: song.title, artist: song.artist, language: song.language }] : []
