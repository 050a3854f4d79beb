import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { PlayingView } from '../../shared/protocol/views/player.ts'
import { createJukebox } from './jukebox.ts'
import type { Found } from './song-folder.ts'

const toPlay = (entry: string) => ({ entry, song: entry, title: entry, artist: '', lengthMs: 1000 })
const says = (entry: string, ...next: string[]): PlayingView => ({
  ...{ visit: 'v', room: 'r', roomName: 'V01', vocals: false, next: next.map(toPlay) },
  ...toPlay(entry),
})

function room(find: (song: string) => Found = song => ({ file: `${song}.mp4` })) {
  const heard: string[] = []
  let sings: boolean | undefined
  const reported: PeopleCommand[] = []
  const jukebox = createJukebox({
    songs: { find: async ({ song }) => find(song) },
    machine: {
      play: (entry, file) => void heard.push(`${entry} ${file}`),
      sing(vocals) {
        sings = vocals
      },
      rest: () => void heard.push('-'),
      stop: async () => undefined,
    },
    report: command => void reported.push(command),
    tell: () => undefined,
  })
  const look = async (playing: PlayingView | undefined) => {
    jukebox.look(playing)
    await vi.advanceTimersByTimeAsync(0)
  }
  const said = () => reported.splice(0).map(one => `${one.type} ${'entry' in one ? one.entry : ''}`)
  return { jukebox, heard, reported, look, said, sings: () => sings }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('plays what is on, says when it began and how long it is, and when it ended, each once', async () => {
  const { jukebox, heard, reported, look, said } = room()
  await look(says('a', 'b'))
  jukebox.started('a', 180_000)
  expect(reported).toEqual([{ type: 'StartSong', visit: 'v', entry: 'a', lengthMs: 180_000 }])
  // mpv died and is back.
  jukebox.started('a', 180_000)
  jukebox.ended('a')
  jukebox.ended('a')
  await look(says('b'))
  expect(said()).toEqual(['StartSong a', 'EndSong a'])
  expect(heard).toEqual(['a a.mp4', 'b b.mp4'])
})

it('skips when the hub does, keeps on when only what follows changed, and rests when nothing is to be sung', async () => {
  const { jukebox, heard, look, said } = room()
  await look(says('a', 'b'))
  await look(says('a', 'c', 'b'))
  await look(says('c', 'b'))
  // What was skipped has nothing more to say.
  jukebox.ended('a')
  await look(undefined)
  await look(undefined)
  expect(heard).toEqual(['a a.mp4', 'c c.mp4', '-'])
  expect(said()).toEqual([])
})

it('goes on by itself while the hub is away, and is not thrown back by a view from before its reports', async () => {
  const { jukebox, heard, look, said } = room()
  await look(says('a', 'b', 'c'))
  jukebox.ended('a')
  await vi.advanceTimersByTimeAsync(0)
  jukebox.started('b', undefined)
  await look(says('a', 'b', 'c'))
  expect(heard).toEqual(['a a.mp4', 'b b.mp4'])
  expect(said()).toEqual(['EndSong a', 'StartSong b'])
})

it('passes over what it has no file of, but nothing while the folder itself is away', async () => {
  let away = false
  const { heard, look, said } = room(song => (away ? 'away' : song === 'a' ? 'missing' : { file: song }))
  await look(says('a', 'b'))
  expect([heard, said()]).toEqual([['b b'], ['PassSong a']])
  away = true
  await look(says('c', 'd'))
  await look(says('c', 'd', 'e'))
  expect([heard.splice(0), said()]).toEqual([['b b', '-'], []])
  away = false
  await vi.advanceTimersByTimeAsync(15_000)
  expect(heard).toEqual(['c c'])
})

it('passes over what will not play, but empties nobody’s queue when nothing will', async () => {
  const { jukebox, heard, look, said } = room()
  await look(says('a', 'b', 'c', 'd'))
  for (const entry of ['a', 'b', 'c']) {
    jukebox.broken(entry, 'no sound')
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(said()).toEqual(['PassSong a', 'PassSong b'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.at(-1)).toBe('c c.mp4')
  expect(heard).toHaveLength(4)
})

it('tells the hub of a file that has both voices, and the machine which of them the guests want', async () => {
  const { jukebox, reported, look, sings } = room()
  await look(says('a'))
  jukebox.started('a', 180_000, true)
  expect(reported).toEqual([{ type: 'StartSong', visit: 'v', entry: 'a', lengthMs: 180_000, voices: true }])
  expect(sings()).toBe(false)
  await look({ ...says('a'), vocals: true })
  expect(sings()).toBe(true)
})
