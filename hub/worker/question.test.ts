import { describe, expect, it } from 'vitest'
import { textIdentity } from '../../shared/protocol/cards/formats.ts'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import { textCard } from '../domain/fixture.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { furnish, memberId, memberRows, secrets } from '../whole/furnish.testing.ts'
import { createLocalDirectory } from './local-directory.ts'
import { createNights } from './nights.ts'
import { createHouseDesk, createSongDesk } from './question.ts'
import { createSongIndex } from './song-index.ts'
import { createSongList } from './song-list.ts'

async function directory() {
  const files = createMemoryFiles()
  await furnish(files)
  return createLocalDirectory({
    documents: () => createLowdbDocuments({ files, folder: 'data' }),
    files,
    folder: 'data',
  })
}

describe('the desk', () => {
  it('answers every question of the directory', async () => {
    const asked = await directory()
    expect(await asked.searchSongs({ text: 'wb', language: 'zh', artist: '歌手', offset: 0 })).toMatchObject({
      hits: [{ title: '吻别' }],
      more: false,
    })
    expect(await asked.browseArtists({ language: 'zh' })).toMatchObject({ artists: [{ artist: '歌手', songs: 6 }] })
    expect(await asked.song('song1')).toMatchObject({ title: '吻别' })
    expect(await asked.song('nothing')).toBeUndefined()
    expect((await asked.hotSongs(2)).map(({ id }) => id)).toEqual(['song1', 'song2'])
    expect(await asked.blockedSongs()).toEqual(['song-no'])
    expect(await asked.identify('card', 'card-wang')).toEqual({ member: memberId('wang'), card: 'wang.k1' })
    expect(await asked.identify('card', 'card-wang', 'em-8h10d')).toMatchObject({ member: memberId('wang') })
    expect(await asked.ownerOf({ ...textIdentity('card-li'), number: 'card-li' })).toBe(memberId('li'))
    expect(await asked.identify('phone', `${secrets.phone}3`)).toEqual({ failure: 'banned', member: memberId('ding') })
    expect(await asked.identify('code', 'nobody')).toEqual({ failure: 'unknown' })
    expect(await asked.searchMembers('li', 5)).toMatchObject([{ id: memberId('li') }])
    // Wang's one evening, out of four members.
    expect((await asked.houseStatistics()).items.get('tea')).toMatchObject({ visits: 1 })
  })

  it('knows a member as last saved, and none that was erased', async () => {
    const asked = await directory()
    const li = memberRows.find(({ id }) => id === memberId('li'))
    if (!li) throw new Error('no Li')
    asked.memberSaved(li.id, { ...li, called: '李总', cards: [textCard(li.id, 'new-card')] })
    expect(await asked.identify('card', 'new-card')).toMatchObject({ member: li.id })
    expect(await asked.identify('card', 'card-li')).toEqual({ failure: 'unknown' })
    expect(await asked.searchMembers('lizong', 5)).toMatchObject([{ id: li.id, called: '李总' }])
    asked.memberSaved(li.id, undefined)
    expect(await asked.searchMembers('lizong', 5)).toEqual([])
  })

  it('answers nonsense to whoever asked it, and goes on', async () => {
    const desk = createSongDesk({
      list: Promise.resolve(createSongList([])),
      index: Promise.resolve(
        createSongIndex([], () => ({ titleInitials: '', titleSound: '', artistInitials: '', artistSound: '' })),
      ),
    })
    const nonsense = [
      { ask: 'searchSongs', text: 'a', type: 'SearchSongs' },
      { ask: 'searchSongs', text: 'a'.repeat(201) },
      { ask: 'constructor' },
      undefined,
    ]
    for (const [at, question] of nonsense.entries())
      expect(await desk.answer({ number: at + 1, question })).toMatchObject({
        number: at + 1,
        error: expect.any(String),
      })
    for (const message of [undefined, null, 7, {}, { number: 'x' }])
      expect(await desk.answer(message)).toMatchObject({ number: -1 })
    expect(await desk.answer({ number: 9, question: { ask: 'hotSongs', limit: 1 } })).toEqual({ number: 9, value: [] })
  })

  it('says why it cannot answer when what it needs could not be read', async () => {
    const broken = Promise.reject(new Error('unreadable'))
    const told = { number: 1, error: 'Error: unreadable' }
    const songs = createSongDesk({ list: broken, index: broken })
    expect(await songs.answer({ number: 1, question: { ask: 'song', id: 's1' } })).toEqual(told)
    const nights = createNights({ files: createMemoryFiles(), folder: 'data' })
    const house = createHouseDesk({
      members: { index: () => broken, searchable: () => broken, statistics: () => broken },
      nights,
    })
    expect(await house.answer({ number: 1, question: { ask: 'houseStatistics' } })).toEqual(told)
  })
})
