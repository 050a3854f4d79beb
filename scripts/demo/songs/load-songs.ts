/** The demo venue's catalogue: three files merged into one, without doubles, the most sung first. */
import type { Song } from '../../../hub/domain/playlist/song.ts'
import { groupBy } from '../group-by.ts'
import { hashId } from '../random.ts'
import { fold, singersOf, tidy } from './fold.ts'
import { type Heat, readRows, type SongRow } from './rows.ts'

/** A song that most guests know, with what a guest's age and habits are made from. */
export interface Standard {
  readonly song: Song
  readonly year?: number
  readonly heat: Heat
}

/** Most sung first; `popularity` counts down to 1. Ids hold as long as title and artist do. */
export const loadSongs = (): readonly Song[] => catalogue().songs

/** The standards among them, in the same order. */
export const loadStandards = (): readonly Standard[] => catalogue().standards

interface Catalogue {
  readonly songs: readonly Song[]
  readonly standards: readonly Standard[]
}

let made: Catalogue | undefined

function catalogue(): Catalogue {
  made ??= makeCatalogue()
  return made
}

function makeCatalogue(): Catalogue {
  const requested = readRows('requested')
  // What is written first stands: the standards name singers, language and year with care.
  const kept = withoutDoubles([...readRows('standards'), ...readRows('favourites'), ...requested])
  const ranked = rank(kept, requested)
  const songs = ranked.map((row, index) => songOf(row, ranked.length - index))
  const standards = ranked.flatMap((row, index): Standard[] => {
    const song = songs[index]
    if (row.heat === undefined || song === undefined) return []
    return [{ song, heat: row.heat, ...(row.year !== undefined && { year: row.year }) }]
  })
  return { songs, standards }
}

/** One title with a singer in common is one song; a title without a singer yields to the same title with one. */
function withoutDoubles(rows: readonly SongRow[]): SongRow[] {
  const byTitle = new Map<string, { row: SongRow; singers: ReadonlySet<string> }[]>()
  for (const row of rows) {
    const title = fold(row.title)
    const same = byTitle.get(title) ?? []
    const singers = new Set(singersOf(row.artist))
    const doubles = same.filter(one => overlap(one.singers, singers))
    const kept = [...doubles.map(one => one.row), row].reduce(better)
    const all = new Set([...doubles.flatMap(one => [...one.singers]), ...singers])
    byTitle.set(title, [...same.filter(one => !doubles.includes(one)), { row: kept, singers: all }])
  }
  return [...byTitle.values()].flatMap(same => {
    const named = same.filter(one => one.singers.size > 0)
    return (named.length > 0 ? named : same).map(one => one.row)
  })
}

/** Of two rows of one song: the one written with care, else the one that names more singers, else the first. */
const better = (a: SongRow, b: SongRow): SongRow =>
  a.heat === undefined && singersOf(b.artist).length > singersOf(a.artist).length ? b : a

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  (a.size === 0 && b.size === 0) || [...a].some(singer => b.has(singer))

/**
 * Hot ones first, the languages mixed as evenly as they are many and no singer twice before the others had their turn;
 * then the rest by how often guests ask for its singer, and those without a singer last.
 */
function rank(rows: readonly SongRow[], requested: readonly SongRow[]): SongRow[] {
  const asked = new Map<string, number>()
  for (const singer of requested.flatMap(row => singersOf(row.artist))) asked.set(singer, (asked.get(singer) ?? 0) + 1)
  const rest = rows.filter(row => row.heat === undefined).sort((a, b) => fameOf(b, asked) - fameOf(a, asked))
  return [...heats.flatMap(heat => mixLanguages(rows.filter(row => row.heat === heat))), ...rest]
}

const heats: readonly Heat[] = [3, 2, 1]

function mixLanguages(rows: readonly SongRow[]): SongRow[] {
  const placed = [...groupBy(rows, row => row.language).values()].flatMap(group =>
    takeTurns(group).map((row, index) => ({ row, place: (index + 0.5) / group.length })),
  )
  return placed.sort((a, b) => a.place - b.place).map(({ row }) => row)
}

function takeTurns(rows: readonly SongRow[]): SongRow[] {
  const ordered = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const bySinger = groupBy(ordered, row => singersOf(row.artist)[0])
  const turns = new Map([...bySinger.values()].flatMap(own => own.map((row, turn) => [row, turn] as const)))
  return ordered.sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
}

const fameOf = (row: SongRow, asked: ReadonlyMap<string, number>): number =>
  Math.max(0, ...singersOf(row.artist).map(singer => asked.get(singer) ?? 0))

// The same from run to run, and of no order that anybody could see.
const keyOf = (row: SongRow): string => hashId(`${fold(row.title)}|${singersOf(row.artist).toSorted().join('/')}`)

const songOf = (row: SongRow, popularity: number): Song => ({
  id: `s${keyOf(row)}`,
  title: tidy(row.title),
  artist: tidy(row.artist),
  language: row.language === '' ? languageOf(row) : row.language,
  ...(row.lengthMs !== undefined && { lengthMs: row.lengthMs }),
  popularity,
})

/** What the script tells: kana is Japanese, hangul Korean, Latin alone English. Hanzi may be several languages. */
export function languageOf({ title, artist }: Pick<SongRow, 'title' | 'artist'>): Song['language'] {
  const text = `${title} ${artist}`
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /\p{Script=Latin}/u.test(text) && !/\p{Script=Han}/u.test(text) ? 'en' : ''
}
