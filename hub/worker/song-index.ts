/** Finds songs by initials, pinyin, characters, English, any part of title or artist. Pure; one scan of short strings, no tree to keep. */
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import type { Song } from '../domain/playlist/song.ts'

/** How a title and an artist sound: what the finder compares a query with. Kept on disk, because making it takes seconds. */
export interface SongSound {
  readonly titleInitials: string
  readonly titleSound: string
  readonly artistInitials: string
  readonly artistSound: string
}

interface Indexed extends SongSound {
  readonly song: Song
  readonly title: string
  readonly artist: string
  /** Everything in one string: most songs are passed over after one comparison. */
  readonly all: string
}

export interface SongIndex {
  search(query: { text: string; language?: string; artist?: string; offset?: number }): AnswerOf['SearchSongs']
  artists(query: { language?: string; offset?: number }): AnswerOf['BrowseArtists']
  song(id: string): Song | undefined
  hot(limit: number): readonly Song[]
  /** Ids of those that may not be sung here. */
  readonly blocked: readonly string[]
}

const pageSize = 40

export function createSongIndex(songs: readonly Song[], soundOf: (song: Song) => SongSound): SongIndex {
  const byId = new Map(songs.map(song => [song.id, song]))
  // Most sung first: within one rank that is the order of the answer, without sorting.
  const rows = songs
    .filter(song => song.blocked !== true)
    .sort((a, b) => b.popularity - a.popularity)
    .map((song): Indexed => {
      const sound = soundOf(song)
      const title = foldText(song.title)
      const artist = foldText(song.artist)
      const all = [title, artist, sound.titleInitials, sound.titleSound, sound.artistInitials, sound.artistSound].join(
        '\n',
      )
      return { song, title, artist, all, ...sound }
    })
  return {
    search({ text, language, artist, offset = 0 }) {
      const needle = foldText(text)
      const wanted = rows.filter(
        row => (!language || row.song.language === language) && (!artist || row.song.artist === artist),
      )
      const ranked = needle === '' ? wanted : rank(wanted, needle)
      return { hits: ranked.slice(offset, offset + pageSize).map(toHit), total: ranked.length }
    },
    artists({ language, offset = 0 }) {
      const counts = new Map<string, number>()
      for (const { song } of rows) {
        if (song.artist !== '' && (!language || song.language === language))
          counts.set(song.artist, (counts.get(song.artist) ?? 0) + 1)
      }
      const artists = [...counts].map(([artist, songs]) => ({ artist, songs })).sort((a, b) => b.songs - a.songs)
      return { artists: artists.slice(offset, offset + pageSize), total: artists.length }
    },
    song: id => byId.get(id),
    blocked: songs.filter(song => song.blocked === true).map(({ id }) => id),
    hot: limit => rows.slice(0, limit).map(({ song }) => song),
  }
}

/** Half-width, lower case, without spaces and punctuation: how both sides are compared. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')

function rank(rows: readonly Indexed[], needle: string): Indexed[] {
  const ranks: Indexed[][] = [[], [], [], [], [], []]
  for (const row of rows) {
    if (row.all.includes(needle)) ranks[rankOf(row, needle)]?.push(row)
  }
  return ranks.flat()
}

/** 0 is what was asked for to the letter; 5 is somewhere inside. */
function rankOf(row: Indexed, needle: string): number {
  if (row.title === needle || row.titleInitials === needle || row.titleSound === needle) return 0
  if (row.titleInitials.startsWith(needle)) return 1
  if (row.title.startsWith(needle) || row.titleSound.startsWith(needle)) return 2
  if (row.artist === needle || row.artistInitials === needle || row.artistSound === needle) return 2
  if (row.artist.startsWith(needle) || row.artistInitials.startsWith(needle) || row.artistSound.startsWith(needle))
    return 3
  if (row.title.includes(needle) || row.titleInitials.includes(needle)) return 4
  return 5
}

const toHit = ({ song }: Indexed) => ({
  song: song.id,
  title: song.title,
  artist: song.artist,
  language: song.language,
})
