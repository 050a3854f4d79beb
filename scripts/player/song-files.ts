/**
 * Which file is which song: by the song's number as the file's name (`100234.mpg`, `100234-晴天.mpg`), or by artist and title in
 * either order (`周杰伦 - 晴天.mp4`, `晴天-周杰伦-国语.mpg`, `周杰伦/晴天.mkv`). Case, width, spaces and punctuation do not count; what
 * stands in brackets counts only where two files differ by nothing else. A title alone is no match: a wrong song is worse
 * than none.
 */
import { basename, dirname, extname } from 'node:path'
import { foldText } from '../../hub/worker/song-index.ts'
import type { SongToPlay } from '../../shared/protocol/views/player.ts'

export type NamedSong = Pick<SongToPlay, 'song' | 'number' | 'title' | 'artist'>

export interface SongFiles {
  readonly count: number
  find(song: NamedSong): string | undefined
}

/** Pictures before sound alone: where a song is there twice, its video plays. */
const endings = [
  ...['.mkv', '.mp4', '.mpg', '.mpeg', '.vob', '.dat', '.avi', '.m4v', '.mov', '.webm', '.wmv', '.flv', '.rmvb', '.ts'],
  ...['.flac', '.wav', '.m4a', '.mp3', '.ogg', '.opus', '.aac', '.wma', '.ape'],
]

export const isSongFile = (path: string): boolean => endings.includes(extname(path).toLowerCase())

export function createSongFiles(paths: readonly string[]): SongFiles {
  const byKey = new Map<string, string>()
  const files = paths.filter(isSongFile).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  // What is written in full comes before what is the same but for its brackets.
  for (const keysOf of [exactKeys, looseKeys]) {
    for (const path of files) for (const key of keysOf(path)) if (!byKey.has(key)) byKey.set(key, path)
  }
  return {
    count: files.length,
    find({ song, number = song, title, artist }) {
      const titles = [title, withoutBrackets(title)]
      const artists = [artist, withoutBrackets(artist), ...artist.split(/[/&、,，;；+×]|\sfeat\.?\s/i)]
      const keys = [numberKey(number), ...titles.flatMap(one => artists.map(by => pairKey(one, by)))]
      return keys.flatMap(key => (key === undefined ? [] : (byKey.get(key) ?? [])))[0]
    },
  }
}

const rankOf = (path: string): number => endings.indexOf(extname(path).toLowerCase())

function exactKeys(path: string): string[] {
  const { stem, parts, folder } = partsOf(path)
  // Short numbers are tracks of a record, no numbers of a catalogue.
  const first = (parts[0]?.length ?? 0) >= shortestNumber ? parts[0] : undefined
  return [
    numberKey(stem),
    numberKey(first),
    ...pairs([...parts, folder]),
    ...cuts(parts),
    pairKey(stem, folder),
  ].filter(key => key !== undefined)
}

function looseKeys(path: string): string[] {
  const { parts, folder } = partsOf(path)
  const bare = parts.map(withoutBrackets)
  return [...pairs([...bare, folder]), ...cuts(bare)].filter(key => key !== undefined)
}

const shortestNumber = 4
/** Artist, title and one more; what stands behind says language or kind. */
const mostParts = 4

function partsOf(path: string): { stem: string; parts: string[]; folder: string } {
  const stem = basename(path, extname(path)).normalize('NFKC')
  const parts = stem.split(/[-–—_]+/).map(part => part.trim())
  return { stem, parts: parts.filter(part => part !== '').slice(0, mostParts), folder: basename(dirname(path)) }
}

const pairs = (parts: readonly string[]): (string | undefined)[] =>
  parts.flatMap((one, at) => parts.slice(at + 1).map(other => pairKey(one, other)))

/** `Run-D.M.C. - Walk this way` has one part more than it means. */
const cuts = (parts: readonly string[]): (string | undefined)[] =>
  parts.slice(1).map((_, at) => pairKey(parts.slice(0, at + 1).join(''), parts.slice(at + 1).join('')))

/** Either order is the same; undefined where one of them is no word. */
function pairKey(one: string, other: string): string | undefined {
  const [a = '', b = ''] = [foldText(one), foldText(other)].sort()
  return a === '' || b === '' ? undefined : `${a}|${b}`
}

const numberKey = (text: string | undefined): string | undefined => {
  const folded = foldText(text ?? '')
  return folded === '' ? undefined : `#${folded}`
}

const withoutBrackets = (text: string): string => text.replace(/[([{（【［「『《].*?[)\]}）】］」』》]/g, ' ').trim()
