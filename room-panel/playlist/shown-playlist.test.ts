/** The guests' own taps are in the playlist before the hub says so, in the places where the hub will put them. */
import { expect, test } from 'vitest'
import type { Tap } from '../../shared/client/tap.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { PlaylistView } from '../../shared/protocol/views/panel.ts'
import { shownPlaylist } from './shown-playlist.ts'

const entry = (id: string, by: 'guest' | 'house') => ({
  entry: id,
  song: `s-${id}`,
  title: id,
  artist: '',
  by,
  waitMs: 0,
})
const playlist: PlaylistView = { queue: [entry('a', 'guest'), entry('b', 'guest'), entry('h', 'house')], sung: [] }
const tap = (command: PeopleCommand): Tap => ({ outbox: 'o', n: 1, tappedAt: 0, command })
const after = (...commands: PeopleCommand[]) =>
  shownPlaylist(playlist, commands.map(tap), () => ({ title: 'new', artist: '' })).queue.map(({ title }) => title)

test('a song comes before what the house put there', () => {
  expect(after({ type: 'AddSong', song: 's1' })).toEqual(['a', 'b', 'new', 'h'])
})

test('a song that the house laid ready is there once', () => {
  expect(after({ type: 'AddSong', song: 's-h' })).toEqual(['a', 'b', 'new'])
})

test('a song to be next comes first', () => {
  expect(after({ type: 'AddSong', song: 's1', top: true })).toEqual(['new', 'a', 'b', 'h'])
})

test('a song to be next that waits already is moved there, also before the hub has it', () => {
  expect(after({ type: 'AddSong', song: 's-b', top: true })).toEqual(['b', 'a', 'h'])
  const add = { type: 'AddSong', song: 's1' } as const
  expect(after(add, { ...add, top: true })).toEqual(['new', 'a', 'b', 'h'])
})

test('a house song that is topped is the guests’ and comes first', () => {
  expect(after({ type: 'TopEntry', entry: 'h' })).toEqual(['h', 'a', 'b'])
  expect(after({ type: 'TopEntry', entry: 'h' }, { type: 'ClearPreloaded' })).toEqual(['h', 'a', 'b'])
})

test('what is removed or cleared is gone at once', () => {
  expect(after({ type: 'RemoveEntry', entry: 'a' })).toEqual(['b', 'h'])
  expect(after({ type: 'ClearPreloaded' })).toEqual(['a', 'b'])
})
