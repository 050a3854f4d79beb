/** What a file of songs would make of the house's: read, compared and counted, in steps. Pure. */
import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { separatorOf, tableRows } from '../../shared/protocol/read-table.ts'
import type { FaultyRow, RowFault, SongField, SongPlan } from '../../shared/protocol/song-import.ts'
import type { Song } from '../domain/playlist/song.ts'
import { mapColumns, needed } from './columns.ts'
import { clean, type RowSong, readSong } from './read-song.ts'
import { type Told, tellEncoding } from './tell-encoding.ts'

/** `keep`: what is not in the file stays; `drop`: it goes. */
export type AbsentSongs = 'keep' | 'drop'

const mostFaultsTold = 1000
const firstShown = 8
export const mostSongs = 600_000

export interface Planned {
  readonly plan: SongPlan
  /** The catalogue that it would be; absent where there is a problem. */
  readonly songs?: readonly Song[]
}

export function planSongs(bytes: Uint8Array, present: readonly Song[], absent: AbsentSongs): Planned {
  if (bytes.length === 0) return problem('empty')
  // A workbook is a zip, or its older kind.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return problem('workbook')
  const told = tellEncoding(bytes)
  if (!told) return problem('no-text')
  const text = decode(bytes, told)
  const separator = separatorOf(text)
  const table = tableRows(text, separator)
  const header = table.next()
  if (header.done) return problem('empty')
  const columns = mapColumns(header.value.cells)
  const places = new Map(columns.flatMap(({ field }, at) => (field === undefined ? [] : [[field, at] as const])))
  const about = { encoding: told.encoding, separator, columns }
  const missing = needed.filter(field => !places.has(field))
  if (missing.length > 0) return problem('no-columns', { ...about, missing })
  return compare(table, places, columns.length, present, absent, about, numberedIn(text, separator, places.get('id')))
}

/** What the file's songs are called by number. */
function numberedIn(text: string, separator: string, place: number | undefined): ReadonlySet<string> {
  const ids = new Set<string>()
  if (place === undefined) return ids
  for (const { cells } of tableRows(text, separator)) ids.add(idOfNumber(clean(cells[place] ?? '')))
  return ids
}

type About = Pick<SongPlan, 'columns'> & Partial<Pick<SongPlan, 'encoding' | 'separator' | 'missing'>>

function compare(
  table: ReturnType<typeof tableRows>,
  places: ReadonlyMap<SongField, number>,
  width: number,
  present: readonly Song[],
  absent: AbsentSongs,
  about: About,
  numbered: ReadonlySet<string>,
): Planned {
  const byNumber = new Map(present.map(song => [numberOf(song), song]))
  const taken = new Set(present.map(({ id }) => id))
  const byName = new Map<string, Song[]>()
  for (const song of present) byName.set(nameKey(song), [...(byName.get(nameKey(song)) ?? []), song])
  const next = new Map<string, Song>()
  /** A list that was numbered anew has the songs of before: all that hangs on them, favourites and what was sung, goes on. */
  const sameName = (read: RowSong): Song | undefined => {
    const all = byName.get(nameKey(read)) ?? []
    if (read.number === undefined) return all.find(({ id }) => !next.has(id)) ?? all[0]
    return all.find(song => !next.has(song.id) && !numbered.has(numberOf(song)))
  }
  /** Of a list that was numbered anew the number may be the id that another song has kept. */
  const freeId = (read: RowSong): string =>
    taken.has(idOf(read)) ? hashed(`${read.number}\n${nameKey(read)}`) : idOf(read)
  const faults: FaultyRow[] = []
  const first: SongPlan['first'][number][] = []
  const counts = { rows: 0, added: 0, changed: 0, same: 0, faulty: 0 }
  const leaveOut = (line: number, fault: RowFault, cells: readonly string[]) => {
    counts.faulty += 1
    if (faults.length < mostFaultsTold) faults.push({ line, fault, text: cells.join(' ').slice(0, 80) })
  }
  for (const row of table) {
    counts.rows += 1
    if (counts.rows > mostSongs) return problem('too-many', about)
    const read = readSong(row, places, width)
    if (typeof read === 'string') {
      leaveOut(row.line, read, row.cells)
      continue
    }
    const known = byNumber.get(idOf(read)) ?? sameName(read)
    const id = known?.id ?? freeId(read)
    if (next.has(id)) {
      leaveOut(row.line, 'repeated', row.cells)
      continue
    }
    const song = songOf(id, read, known)
    next.set(id, song)
    if (first.length < firstShown) first.push({ title: song.title, artist: song.artist, language: song.language })
    if (!known) counts.added += 1
    else if (isSame(known, song)) counts.same += 1
    else counts.changed += 1
  }
  const left = present.filter(({ id }) => !next.has(id))
  const songs = [...(absent === 'keep' ? left : []), ...next.values()]
  const plan: SongPlan = {
    missing: [],
    ...about,
    first,
    ...counts,
    absent: left.length,
    songs: songs.length,
    faults,
  }
  if (next.size === 0) return { plan: { ...plan, problem: 'nothing-left' } }
  return { plan, songs }
}

function decode(bytes: Uint8Array, { encoding, bigEndian }: Told): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Without the mark that it may begin with.
  return iconv.decode(buffer, encoding === 'utf-16' ? (bigEndian ? 'utf-16be' : 'utf-16le') : encoding)
}

/** The file's own number where it is one of ours; else made of what it is called, the same each time. */
const idOf = ({ number, title, artist }: RowSong): string =>
  number === undefined ? hashed(nameKey({ title, artist })) : idOfNumber(number)

/** As {@link idOf} a row: what the list calls this song. */
const numberOf = ({ id, number }: Song): string => (number === undefined ? id : idOfNumber(number))

function idOfNumber(number: string): string {
  const own = number.toLowerCase()
  return v.is(Id, own) ? own : hashed(number)
}

const hashed = (key: string): string => `f${createHash('sha256').update(key).digest('hex').slice(0, 20)}`

const nameKey = ({ title, artist }: Pick<Song, 'title' | 'artist'>): string =>
  `${title}\n${artist}`.normalize('NFKC').toLowerCase()

function songOf(id: string, read: RowSong, known: Song | undefined): Song {
  const { blocked, number, ...said } = { language: '', popularity: 0, ...known, ...read, id }
  // A song of before keeps its id: its file is named by what the list calls it now.
  return {
    ...said,
    ...(number !== undefined && number.toLowerCase() !== id && { number }),
    ...(blocked && { blocked }),
  }
}

const isSame = (one: Song, other: Song): boolean =>
  one.number === other.number &&
  one.title === other.title &&
  one.artist === other.artist &&
  one.language === other.language &&
  one.popularity === other.popularity &&
  one.lengthMs === other.lengthMs &&
  one.addedAt === other.addedAt &&
  (one.blocked ?? false) === (other.blocked ?? false)

function problem(what: NonNullable<SongPlan['problem']>, about?: About): Planned {
  return {
    plan: {
      problem: what,
      columns: [],
      missing: [],
      ...about,
      first: [],
      rows: 0,
      added: 0,
      changed: 0,
      same: 0,
      faulty: 0,
      absent: 0,
      songs: 0,
      faults: [],
    },
  }
}
