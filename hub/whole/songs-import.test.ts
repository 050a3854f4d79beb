/** A file of songs on a whole hub: from the console's pieces to what every room finds, while a party sings on. */
import { describe, expect, it, vi } from 'vitest'
import { openRoom, panel, type StaffPrincipal, signIn } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const file = '歌名,歌手,语种\n吻别,歌手,国语\n浮夸,歌手,粤语\n新来的歌,新人,国语\n,没有歌名,\n'

function upload(hub: TestHub, text: string, name = 'u1') {
  const bytes = Buffer.from(text)
  const middle = Math.floor(bytes.length / 2)
  expect(hub.takeSongs(name, 0, bytes.subarray(0, middle))).toBe(true)
  expect(hub.takeSongs(name, middle, bytes.subarray(middle))).toBe(true)
}

async function planned(hub: TestHub, by: StaffPrincipal, absent: 'keep' | 'drop' = 'keep', name = 'u1') {
  const query = { type: 'PlanSongs', upload: name, file: '歌单.csv', absent } as const
  const ask = async () => {
    const answer = await hub.query(by, query)
    if (!answer.ok) throw new Error(answer.refusal.refused)
    const told = answer.value as { state: string; ready?: boolean; catalogue?: string; plan?: { problem?: string } }
    if (told.state === 'told' && (told.ready || told.plan?.problem !== undefined)) return told
    throw new Error('not told yet')
  }
  return vi.waitFor(ask, { timeout: 30_000, interval: 5 })
}

const found = async (hub: TestHub, text: string) => {
  const answer = await hub.query(panel, { type: 'SearchSongs', text })
  return answer.ok ? (answer.value as { hits: { song: string; title: string }[] }).hits.map(({ title }) => title) : []
}
const until = async (what: () => Promise<boolean>) => {
  await expect.poll(what, { interval: 5 }).toBe(true)
}

async function evening() {
  const house = await createTestHouse()
  const hub = await house.open()
  const { visit, manager } = await openRoom(hub)
  return { house, hub, visit, manager }
}

describe('an import of songs', () => {
  it('is told before anything changes, then found in every room, and the party keeps its songs', async () => {
    const { house, hub, visit, manager } = await evening()
    await hub.send(panel, { type: 'AddSong', song: 'song6' }, { visit })
    upload(hub, file)
    const told = await planned(hub, manager, 'drop')
    expect(told.plan).toMatchObject({
      rows: 4,
      added: 1,
      changed: 1,
      same: 1,
      faulty: 1,
      songs: 3,
      faults: [{ line: 5, fault: 'no-title' }],
    })
    expect(await found(hub, 'xinlai')).toEqual([])
    expect(await hub.send(manager, { type: 'ImportSongs', catalogue: told.catalogue ?? '' })).toMatchObject({
      ok: true,
      result: { songs: 3 },
    })
    await until(async () => (await found(hub, 'xinlai')).length > 0)
    expect(await found(hub, 'xinlai')).toEqual(['新来的歌'])
    expect(await found(hub, 'houlai')).toEqual([])
    const view = hub.watch(panel).slices.get('playlist') ?? hub.watch(panel).slices
    expect(JSON.stringify(view instanceof Map ? [...view] : view)).toContain('后来')
    const facts = house.durable.flatMap(line => line.events).filter(({ type }) => type === 'SongsImported')
    expect(facts).toMatchObject([
      { file: '歌单.csv', encoding: 'utf-8', songs: 3, added: 1, changed: 1, dropped: 5, faulty: 1, before: 'songs' },
    ])
    expect(await hub.query(manager, { type: 'SongsSetup' })).toMatchObject({
      ok: true,
      value: { last: { file: '歌单.csv', songs: 3, by: manager.staff } },
    })
    await hub.stop()
    const again = await house.open()
    await until(async () => (await found(again, 'xinlai')).length > 0)
    expect(await found(again, 'xinlai')).toEqual(['新来的歌'])
    await again.stop()
  })

  it('keeps what the file does not have where that is wanted', async () => {
    const { hub, manager } = await evening()
    upload(hub, file)
    const { catalogue = '' } = await planned(hub, manager)
    await hub.send(manager, { type: 'ImportSongs', catalogue })
    await until(async () => (await found(hub, 'xinlai')).length > 0)
    expect(await found(hub, 'houlai')).toEqual(['后来'])
  })

  it('changes nothing for a file that cannot be read, nor for who may not', async () => {
    const { house, hub, manager } = await evening()
    upload(hub, '名字,谁\n吻别,歌手\n')
    const { plan } = await planned(hub, manager)
    expect(plan).toMatchObject({ problem: 'no-columns', missing: ['title', 'artist'] })
    const floor = await signIn(hub, 'chen', 'floor')
    expect(await hub.send(floor, { type: 'ImportSongs', catalogue: 'songs/c1' })).toMatchObject({ ok: false })
    expect(await hub.send(manager, { type: 'ImportSongs', catalogue: 'songs/c1' })).toMatchObject({
      ok: false,
      refusal: { refused: 'unknown' },
    })
    expect(JSON.stringify(house.durable)).not.toContain('SongsImported')
    expect(await hub.query(manager, { type: 'PlanSongs', upload: 'nothing', file: 'x', absent: 'keep' })).toMatchObject(
      {
        ok: false,
      },
    )
  })

  it('that is sent twice happens once', async () => {
    const { hub, manager } = await evening()
    upload(hub, file)
    const first = await planned(hub, manager)
    expect(await hub.send(manager, { type: 'ImportSongs', catalogue: first.catalogue ?? '' })).toMatchObject({
      ok: true,
    })
    expect(await hub.send(manager, { type: 'ImportSongs', catalogue: first.catalogue ?? '' })).toMatchObject({
      ok: true,
      result: { already: true },
    })
  })

  it('whose file is gone at the next start is missed aloud, and rooms open', async () => {
    const { house, hub, manager } = await evening()
    upload(hub, file)
    const { catalogue = '' } = await planned(hub, manager)
    await hub.send(manager, { type: 'ImportSongs', catalogue })
    await until(async () => (await found(hub, 'xinlai')).length > 0)
    await hub.stop()
    const missed = () => house.logged.filter(({ event }) => event === 'catalogue-missing')
    await (await house.open()).stop()
    expect(missed()).toEqual([])
    house.disk.inner.disk.delete(`data/${catalogue}.json`)
    const again = await house.open()
    expect(missed()).toMatchObject([{ level: 'error', detail: { catalogue } }])
    expect(await found(again, 'xinlai')).toEqual([])
    await again.stop()
  })
})
