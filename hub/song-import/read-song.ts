/** One row of the file as a song, or why it is none. Pure. */

import type { TableRow } from '../../shared/protocol/read-table.ts'
import type { RowFault, SongField } from '../../shared/protocol/song-import.ts'
import type { Song } from '../domain/playlist/song.ts'
import { isYes, languageOf } from './columns.ts'

const mostLetters = 120
/** What a decoder writes for bytes that are no letter. */
export const noLetter = '\uFFFD'

/** What the row says; what the file has no column for is not there. */
export type RowSong = Pick<Song, 'title' | 'artist'> & Partial<Omit<Song, 'id' | 'title' | 'artist'>>

/** `places`: field → which cell. */
export function readSong(
  { cells, broken }: TableRow,
  places: ReadonlyMap<SongField, number>,
  width: number,
): RowSong | RowFault {
  if (broken) return 'quotes'
  if (cells.length > width && cells.slice(width).some(cell => cell !== '')) return 'cells'
  const cellOf = (field: SongField): string => clean(cells[places.get(field) ?? -1] ?? '')
  const [title, artist] = [cellOf('title'), cellOf('artist')]
  const number = cellOf('id')
  if (title === '') return 'no-title'
  if ([title, artist, number].some(({ length }) => length > mostLetters)) return 'too-long'
  if (title.includes(noLetter) || artist.includes(noLetter)) return 'letters'
  const lengthMs = readLength(cellOf('length'))
  const popularity = readNumber(cellOf('popularity'))
  if (lengthMs === 'wrong' || popularity === 'wrong') return 'number'
  const addedAt = readDate(cellOf('added'))
  if (addedAt === 'wrong') return 'date'
  return {
    title,
    artist,
    ...(number !== '' && { number }),
    ...(places.has('language') && { language: languageOf(cellOf('language')) }),
    ...(lengthMs !== undefined && { lengthMs }),
    ...(popularity !== undefined && { popularity }),
    ...(addedAt !== undefined && { addedAt }),
    ...(places.has('blocked') && { blocked: isYes(cellOf('blocked')) }),
  }
}

/** Controls and invisible signs could make one title look like another. */
export const clean = (cell: string): string =>
  /[^\x20-\x7e]/.test(cell)
    ? cell
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .trim()
    : cell

type Read = number | 'wrong' | undefined

function readNumber(cell: string): Read {
  if (cell === '') return undefined
  const value = Number(cell.replaceAll(',', ''))
  return Number.isFinite(value) && value >= 0 ? Math.round(value) : 'wrong'
}

/** `4:05`, `245` seconds, or milliseconds: no song is as long as ten thousand seconds. */
function readLength(cell: string): Read {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(cell)
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) * 1000
  const value = readNumber(cell)
  if (typeof value !== 'number') return value
  if (value === 0) return undefined
  return value < 10_000 ? value * 1000 : value
}

function readDate(cell: string): Read {
  if (cell === '') return undefined
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(cell)
  if (!parts) return 'wrong'
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return Number.isNaN(at) ? 'wrong' : at
}
