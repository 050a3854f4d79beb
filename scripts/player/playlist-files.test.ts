import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { PlayingView } from '../../shared/protocol/views/player.ts'
import { filledRooms, m3u8, writePlaylists, xspf } from './playlist-files.ts'
import { createWriter } from './writer.ts'

const song = { title: '晴天 & <雨>', artist: '周杰伦', lengthMs: 269_400, file: '/songs/周杰伦/晴天 #1.mp4' }

it('is an M3U8 whose every file has its length and name', () => {
  expect(m3u8('V08', [song])).toBe(
    '#EXTM3U\n#PLAYLIST:V08\n#EXTINF:269,周杰伦 - 晴天 & <雨>\n/songs/周杰伦/晴天 #1.mp4\n',
  )
})

it('is an XSPF in which nothing of a name is markup and nothing of a path is a fragment', () => {
  const text = xspf('V08', [song])
  expect(text).toContain(
    '<location>file:///songs/%E5%91%A8%E6%9D%B0%E4%BC%A6/%E6%99%B4%E5%A4%A9%20%231.mp4</location><title>晴天 &amp; &lt;雨&gt;</title><creator>周杰伦</creator><duration>269400</duration>',
  )
})

const playing = (roomName: string, entry: string, ...next: string[]): PlayingView => {
  const toPlay = (id: string) => ({ entry: id, song: id, title: id, artist: 'a', lengthMs: 1000 })
  return {
    visit: `v-${roomName}`,
    room: roomName,
    roomName,
    vocals: false,
    ...toPlay(entry),
    next: next.map(toPlay),
  }
}

it('is kept for every room, leaves out and passes over what is not to be found, and empties when the party has gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-lists-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const list = (room: string) => readFile(join(folder, `${room}.m3u8`), 'utf8')
  // Left by an earlier run.
  await writePlaylists(folder, 'V01', [song])
  const report = vi.fn<(command: PeopleCommand) => void>()
  const writer = createWriter({
    songs: { find: async ({ song: id }) => (id.startsWith('no') ? 'missing' : { file: `/songs/${id}.mp4` }) },
    write: (room, songs) => writePlaylists(folder, room, songs),
    report,
    tell: () => undefined,
    failed: error => {
      throw error
    },
    filled: await filledRooms(folder),
  })
  writer.look([playing('V02', 'no1', 'b', 'no2', 'c'), playing('V03', 'd')])
  await vi.waitFor(async () => expect(await list('V03')).toContain('/songs/d.mp4'), 10_000)
  expect(await list('V02')).toMatch(/b\.mp4\n#EXTINF:1,a - c\n\/songs\/c\.mp4\n$/)
  expect(await list('V02')).not.toContain('no')
  expect(await list('V01')).toBe('#EXTM3U\n#PLAYLIST:V01\n')
  writer.look([playing('V02', 'no1', 'b')])
  writer.look([])
  await vi.waitFor(async () => expect(await list('V02')).toBe('#EXTM3U\n#PLAYLIST:V02\n'), 10_000)
  expect(report.mock.calls).toEqual([[{ type: 'PassSong', visit: 'v-V02', entry: 'no1' }]])
  expect((await readdir(folder)).filter(name => name.endsWith('.new'))).toEqual([])
  expect(await filledRooms(folder)).toEqual([])
})
