import { describe, expect, it } from 'vitest'
import { createLowdbDocuments } from '../documents/lowdb-documents.ts'
import type { Song } from '../domain/playlist/song.ts'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { openCatalogue } from './catalogue.ts'

const song = (id: string, title: string, more: Partial<Song> = {}): Song => ({
  id,
  title,
  artist: '张学友',
  language: 'zh',
  popularity: 1,
  ...more,
})
const kept = 'data/index/song-sounds.json'

async function house(...songs: readonly Song[]) {
  const disk = createFaultyFiles(createMemoryFiles)
  const documents = () => createLowdbDocuments({ files: disk.files, folder: 'data' })
  const put = async (...list: readonly Song[]) => {
    const document = await documents().open<readonly Song[]>(
      'songs',
      () => list,
      () => list,
    )
    await document.save(list)
  }
  await put(...songs)
  return {
    ...disk,
    put,
    open: () => openCatalogue({ documents: documents(), files: disk.files, folder: 'data', name: 'songs' }),
    load: () => openCatalogue({ documents: documents(), files: disk.files, folder: 'data', name: 'songs' }).index,
    onDisk: () => disk.inner.disk.get(kept)?.toString(),
    writes: () => disk.steps.filter(step => step === `rename ${kept}`).length,
  }
}

describe('the catalogue', () => {
  it('is empty where there is none', async () => {
    const { load } = await house()
    expect((await load()).search({ text: '' })).toEqual({ hits: [], more: false })
  })

  it('finds by sound, and keeps how titles sound', async () => {
    const { load, onDisk } = await house(song('s1', '吻别'))
    expect((await load()).search({ text: 'wenbie' }).hits).toMatchObject([{ song: 's1' }])
    expect(onDisk()).toContain('wenbie')
  })

  it('reads what it kept instead of spelling anew', async () => {
    const { load, inner, onDisk, writes } = await house(song('s1', '吻别'))
    await load()
    inner.disk.set(kept, Buffer.from((onDisk() ?? '').replace('wenbie', 'otherwise')))
    const again = await load()
    expect(again.search({ text: 'otherwise' }).hits).toHaveLength(1)
    expect(again.search({ text: 'wenbie' }).hits).toHaveLength(0)
    expect(writes()).toBe(1)
  })

  it.each([
    ['a song more', [song('s1', '吻别'), song('s2', '朋友')]],
    ['another title', [song('s1', '朋友')]],
    ['another artist', [song('s1', '吻别', { artist: '周华健' })]],
  ])('spells anew for %s', async (_what, songs) => {
    const { load, put, writes } = await house(song('s1', '吻别'))
    await load()
    await put(...songs)
    const index = await load()
    expect(writes()).toBe(2)
    expect(index.search({ text: '' }).hits.map(hit => hit.song)).toEqual(songs.map(({ id }) => id))
    const last = songs.at(-1)
    const text = last?.artist === '周华健' ? 'zhouhuajian' : last?.title === '朋友' ? 'pengyou' : ''
    expect(index.search({ text }).hits).toHaveLength(1)
  })

  it('does not for one that is sung more or may not be sung: that is not how it sounds', async () => {
    const { load, open, put, writes } = await house(song('s1', '吻别'), song('s2', '朋友'))
    await load()
    await put(song('s1', '吻别', { blocked: true }), song('s2', '朋友', { popularity: 9 }))
    const index = await load()
    expect(writes()).toBe(1)
    expect(index.search({ text: '' }).hits).toMatchObject([{ song: 's2' }])
    const list = await open().list
    expect(list.blocked).toEqual(['s1'])
    expect(list.hot(9).map(({ id }) => id)).toEqual(['s2'])
    // It was on somebody's list before it was blocked.
    expect(list.song('s1')).toMatchObject({ blocked: true })
  })

  it.each(['', 'not JSON', '{"key":"x"}', 'null'])('spells anew over damage: %j', async damage => {
    const { load, inner, onDisk } = await house(song('s1', '吻别'))
    await load()
    const good = onDisk()
    inner.disk.set(kept, Buffer.from(damage))
    expect((await load()).search({ text: 'wb' }).hits).toHaveLength(1)
    expect(onDisk()).toBe(good)
  })

  it('finds songs also when nothing can be kept', async () => {
    const { load, failAt } = await house(song('s1', '吻别'))
    failAt('write', 1, 'ENOSPC')
    expect((await load()).search({ text: 'wb' }).hits).toHaveLength(1)
  })

  it('tells what parties begin with before a title is spelled, and answers others while it spells', async () => {
    const many = Array.from({ length: 6_000 }, (_, at) => song(`s${at}`, `吻别朋友${at}`))
    const { open } = await house(...many)
    const { list, index } = open()
    const order: string[] = []
    const spelled = index.then(() => order.push('spelled'))
    await list.then(() => order.push('list'))
    // Whoever asks this thread meanwhile gets their turn.
    await new Promise(next => setImmediate(next))
    await new Promise(next => setTimeout(next, 1))
    order.push('somebody else')
    await spelled
    expect(order).toEqual(['list', 'somebody else', 'spelled'])
  })

  it('spells what is new only, whichever catalogue the rest was in', async () => {
    const { load, put, inner, onDisk } = await house(song('s1', '吻别'))
    await load()
    inner.disk.set(kept, Buffer.from((onDisk() ?? '').replace('wenbie', 'otherwise')))
    await put(song('another', '吻别'), song('s2', '朋友'))
    const index = await load()
    expect(index.search({ text: 'otherwise' }).hits).toMatchObject([{ song: 'another' }])
    expect(index.search({ text: 'pengyou' }).hits).toMatchObject([{ song: 's2' }])
  })
})
