/** What people type to find a song: initials, pinyin or characters, and a question after every key. Pure. */
import type { Song } from '../../../hub/domain/playlist/song.ts'
import { soundOfText } from '../../../hub/worker/pinyin.ts'

/** Nobody types on when the song has long been on the screen. */
const mostKeys = 8

/** The questions of one person after another, each looking for one of `songs`: `y`, `ys`, `ysr` …; the ways take turns. */
export function keystrokesFor(songs: readonly Pick<Song, 'title'>[]): string[] {
  return songs.flatMap(({ title }, index) => {
    const { initials, full } = soundOfText(title)
    const typed = [...([initials, full, title][index % 3] ?? title)].slice(0, mostKeys)
    return typed.map((_, keys) => typed.slice(0, keys + 1).join(''))
  })
}
