/** The three song files, read: what guests typed, the standards which that list lacks, and those which it has. */
import * as v from 'valibot'
import favourites from './favourites.jsonl?raw'
import requested from './songs.jsonl?raw'
import standards from './standards.jsonl?raw'

const Row = v.strictObject({
  title: v.pipe(v.string(), v.minLength(1)),
  artist: v.string(),
  language: v.picklist(['', 'zh', 'yue', 'nan', 'en', 'ja', 'ko']),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2026))),
  lengthMs: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(60_000))),
  /** 3: half the rooms sing it tonight; 2: asked for every night; 1: known by most; absent: on the list. */
  heat: v.exactOptional(v.picklist([1, 2, 3])),
})
export type SongRow = v.InferOutput<typeof Row>

export type Heat = NonNullable<SongRow['heat']>

export type SongFile = 'requested' | 'standards' | 'favourites'

/** Throws where a line is no song: the files are part of the program. */
export const readRows = (file: SongFile): SongRow[] =>
  texts[file]
    .split('\n')
    .filter(line => line !== '')
    .map(line => v.parse(v.pipe(v.string(), v.parseJson(), Row), line))

const texts: Readonly<Record<SongFile, string>> = { requested, standards, favourites }
