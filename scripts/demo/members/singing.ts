/** What somebody sings: a repertoire from the years when they were young, favourites again and again, now and then a new one. */
import type { Song } from '../../../hub/domain/playlist/song.ts'
import { groupBy } from '../group-by.ts'
import type { Chance } from '../random.ts'
import { loadStandards, type Standard } from '../songs/load-songs.ts'
import type { Origin, Person } from './person.ts'

export interface Repertoire {
  /** Adds what they pick up on the way. */
  readonly songs: Song[]
  readonly person: Pick<Person, 'born' | 'origin'>
}

export function makeRepertoire(chance: Chance, person: Repertoire['person'], size: number): Repertoire {
  const songs = new Map<string, Song>()
  // A small pool may not hold that many: then they know fewer songs.
  for (let tries = 0; songs.size < size && tries < size * 4; tries++) {
    const song = anySong(chance, person)
    songs.set(song.id, song)
  }
  return { songs: [...songs.values()], person }
}

/** An evening's songs, each once: their first ones most of all. */
export function singEvening(chance: Chance, { songs, person }: Repertoire, count: number): Song[] {
  const sung = new Set<Song>()
  for (let tries = 0; sung.size < count && tries < count * 3; tries++) {
    if (chance.hit(0.88)) sung.add(chance.pick(songs.slice(0, 1 + Math.floor(chance.next() ** 2 * songs.length))))
    else {
      const found = anySong(chance, person)
      if (!songs.includes(found)) songs.push(found)
      sung.add(found)
    }
  }
  return [...sung]
}

const tongues: Readonly<Record<Origin, readonly { weight: number; value: string }[]>> = {
  sichuan: [
    { weight: 76, value: 'zh' },
    { weight: 13, value: 'yue' },
    { weight: 5, value: 'en' },
    { weight: 3, value: 'ja' },
    { weight: 2, value: 'ko' },
    { weight: 1, value: 'nan' },
  ],
  taiwan: [
    { weight: 62, value: 'zh' },
    { weight: 26, value: 'nan' },
    { weight: 7, value: 'ja' },
    { weight: 5, value: 'en' },
  ],
  west: [
    { weight: 84, value: 'en' },
    { weight: 16, value: 'zh' },
  ],
  japan: [
    { weight: 74, value: 'ja' },
    { weight: 14, value: 'en' },
    { weight: 12, value: 'zh' },
  ],
  korea: [
    { weight: 72, value: 'ko' },
    { weight: 14, value: 'zh' },
    { weight: 14, value: 'en' },
  ],
}

interface Pool {
  readonly songs: readonly Song[]
  /** Summed weights, for a search by halves. */
  readonly sums: readonly number[]
}

const pools = new Map<string, Pool>()

function anySong(chance: Chance, { born, origin }: Repertoire['person']): Song {
  const language = chance.weighted(tongues[origin])
  const decade = Math.floor(born / 10) * 10
  const key = `${language}/${decade}`
  const pool = pools.get(key) ?? makePool(language, decade + 5)
  pools.set(key, pool)
  const wanted = chance.next() * (pool.sums.at(-1) ?? 0)
  let [low, high] = [0, pool.songs.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pool.sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  const song = pool.songs[low]
  if (!song) throw new Error(`nobody sings in ${language}`)
  return song
}

let byLanguage: ReadonlyMap<string, readonly Standard[]> | undefined

function makePool(language: string, born: number): Pool {
  byLanguage ??= groupBy(loadStandards(), ({ song }) => song.language)
  const standards = byLanguage.get(language) ?? []
  let sum = 0
  const sums = standards.map(standard => {
    sum += heatWeight[standard.heat] * youthWeight(standard.year, born)
    return sum
  })
  return { songs: standards.map(({ song }) => song), sums }
}

const heatWeight = { 1: 1, 2: 4, 3: 14 } as const

/** People sing what was new when they were about eighteen; a song of unknown year is anybody's. */
const youthWeight = (year: number | undefined, born: number): number =>
  year === undefined ? 0.35 : 0.06 + Math.exp(-(((year - born - 18) / 9) ** 2))
