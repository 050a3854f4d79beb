import { expect, it } from 'vitest'
import { as } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'

const counted = { file: '歌单.csv', encoding: 'utf-8', songs: 3, added: 1, changed: 1, faulty: 0, dropped: 0 } as const
const songs = (catalogue: string, basedOn: string) => ({ songs: { catalogue, basedOn, ...counted } })
const take = (catalogue: string) => ({ type: 'ImportSongs', catalogue }) as const

it('takes a catalogue that was compared with what is sung, once', () => {
  const first = given().when(take('songs/c1'), by(as('mei'), { facts: songs('songs/c1', 'songs') }))
  expect(first.events).toMatchObject([{ type: 'SongsImported', catalogue: 'songs/c1', before: 'songs', by: 'mei' }])
  const again = given(...first.events).when(take('songs/c1'), by(as('mei'), { facts: songs('songs/c1', 'songs') }))
  expect(again.events).toEqual([])
})

it('refuses one that was compared with other songs than are sung now', () => {
  const first = given().when(take('songs/c1'), by(as('mei'), { facts: songs('songs/c1', 'songs') }))
  given(...first.events)
    .when(take('songs/c2'), by(as('mei'), { facts: songs('songs/c2', 'songs') }))
    .refuses('changed')
})
