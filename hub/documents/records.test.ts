import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Files } from '../ports.ts'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createLowdbDocuments } from './lowdb-documents.ts'
import { createMemoryDocuments } from './memory-documents.ts'
import { createRecords, type Records, rowsPerShard } from './records.ts'
import { idInShard, shardOfId } from './shard-id.ts'

const folder = 'members'

function parseName(raw: unknown): string {
  if (typeof raw !== 'string') throw new Error('not a name')
  return raw
}

/** A disk, and the records as each start finds them. */
function house() {
  const faulty = createFaultyFiles(createMemoryFiles)
  const start = async (tail: Readonly<Record<string, number>> = {}) => {
    const records = createRecords({
      documents: createMemoryDocuments(faulty.inner),
      folder,
      prefix: 'm',
      parse: parseName,
    })
    await records.restore(new Map(Object.entries(tail)))
    return records
  }
  const onDisk = (shard: string) => faulty.inner.disk.get(`data/${folder}/${shard}.json`)?.toString() ?? ''
  return { ...faulty, start, onDisk }
}

async function put(records: Records<string>, id: string, value: string | undefined): Promise<number> {
  const rev = await records.stage(id, value)
  records.commit(id, rev)
  return rev
}

async function idsOf(records: Records<string>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of records.all()) ids.push(id)
  return ids
}

describe('a row', () => {
  it('is seen once it is committed', async () => {
    const records = await house().start()
    const rev = await records.stage('m1-a', '王总')
    expect(records.get('m1-a')).toBeUndefined()
    records.commit('m1-a', rev)
    expect(records.get('m1-a')).toEqual({ id: 'm1-a', rev: 1, value: '王总' })
  })

  it('keeps its value while a new one is staged or was cancelled', async () => {
    const records = await house().start()
    await put(records, 'm1-a', 'old')
    const rev = await records.stage('m1-a', 'new')
    expect(records.get('m1-a')).toMatchObject({ rev: 1, value: 'old' })
    records.cancel('m1-a', rev)
    expect(() => records.commit('m1-a', rev)).toThrow('no staged version 2')
    expect(records.get('m1-a')).toMatchObject({ rev: 1, value: 'old' })
  })

  it('that was refused leaves nothing of it on the disk, with no other write and no checkpoint', async () => {
    const { start, onDisk } = house()
    const records = await start()
    const rev = await records.stage('m1-a', '王总')
    expect(onDisk('m1')).toContain('王总')
    records.cancel('m1-a', rev)
    await vi.waitFor(() => expect(onDisk('m1')).not.toContain('王总'), 10_000)
    expect(await (await start()).load('m1-a')).toBeUndefined()
  })

  it('that is shown but not yet committed is seen, and is gone after a crash though its shard was saved again', async () => {
    const { start } = house()
    const records = await start()
    await put(records, 'm1-a', 'old')
    await records.settle()
    const rev = await records.stage('m1-a', 'new')
    records.show('m1-a', rev)
    expect(records.get('m1-a')).toEqual({ id: 'm1-a', rev, value: 'new' })
    await records.stage('m1-b', 'other')
    await records.settle()
    expect((await (await start()).load('m1-a'))?.value).toBe('old')
    expect((await (await start({ 'm1-a': rev })).load('m1-a'))?.value).toBe('new')
    records.commit('m1-a', rev)
    await records.settle()
    expect((await (await start()).load('m1-a'))?.value).toBe('new')
  })

  it('stays as it was shown while an earlier version is committed', async () => {
    const records = await house().start()
    const first = await records.stage('m1-a', 'one')
    const second = await records.stage('m1-a', 'two')
    records.show('m1-a', first)
    records.show('m1-a', second)
    records.commit('m1-a', first)
    expect(records.get('m1-a')?.value).toBe('two')
    expect(() => records.show('m1-a', 9)).toThrow('no staged version 9')
  })

  it('takes commits of several staged versions in order', async () => {
    const { start } = house()
    const records = await start()
    const first = await records.stage('m1-a', 'one')
    const second = await records.stage('m1-a', 'two')
    records.commit('m1-a', first)
    expect(records.get('m1-a')?.value).toBe('one')
    expect((await (await start({ 'm1-a': first })).load('m1-a'))?.value).toBe('one')
    records.commit('m1-a', second)
    expect(records.get('m1-a')?.value).toBe('two')
    expect(() => records.commit('m1-a', first)).toThrow('no staged version 1')
  })

  it('has no id that is not ours', async () => {
    const records = await house().start()
    for (const id of ['', 'm1', 'x1-a', 'm0-a', 'm1-../a', '__proto__', 'm1-A']) {
      expect(await records.load(id)).toBeUndefined()
      expect(records.get(id)).toBeUndefined()
      await expect(records.stage(id, 'a')).rejects.toThrow('names no shard')
    }
  })
})

describe('a start', () => {
  it('rolls back what was staged and not journaled', async () => {
    const { start } = house()
    const records = await start()
    await put(records, 'm1-a', 'old')
    await records.settle()
    await records.stage('m1-a', 'new')
    await records.stage('m1-b', 'made')
    const again = await start()
    expect(await again.load('m1-a')).toEqual({ id: 'm1-a', rev: 1, value: 'old' })
    expect(await again.load('m1-b')).toBeUndefined()
  })

  it('keeps what the tail of the journal committed', async () => {
    const { start } = house()
    const rev = await (await start()).stage('m1-a', 'new')
    expect((await start({ 'm1-a': rev, 'o1-x': 9 })).get('m1-a')).toEqual({ id: 'm1-a', rev, value: 'new' })
  })

  it('keeps it after the next checkpoint too, though nobody touched the row', async () => {
    const { start } = house()
    const rev = await (await start()).stage('m1-a', 'new')
    await (await start({ 'm1-a': rev })).settle()
    expect(await (await start()).load('m1-a')).toMatchObject({ value: 'new' })
  })

  it('knows a row that was settled before the checkpoint was saved', async () => {
    const { start } = house()
    const records = await start()
    const rev = await put(records, 'm1-a', 'new')
    await records.settle()
    expect((await start({ 'm1-a': rev })).get('m1-a')).toMatchObject({ value: 'new' })
  })

  it('stops when a record is older than the journal', async () => {
    const { start } = house()
    await put(await start(), 'm1-a', 'old')
    await expect(start({ 'm1-a': 2 })).rejects.toMatchObject({ name: 'StoreFailed', code: 'damaged' })
    await expect(start({ 'm7-a': 1 })).rejects.toMatchObject({ code: 'damaged' })
  })

  it('refuses a row that is no such thing, and keeps it as it is beside those that are', async () => {
    const { start, inner, onDisk } = house()
    const rows = [
      { id: 'm1-a', versions: [{ rev: 1, value: 'well' }] },
      { id: 'm1-b', versions: [{ rev: 1, value: 7 }] },
    ]
    inner.disk.set(`data/${folder}/m1.json`, Buffer.from(JSON.stringify({ version: 1, value: { rows } })))
    const records = await start()
    const unreadable = { name: 'StoreFailed', code: 'unreadable', path: 'members/m1-b' }
    expect(await records.load('m1-a')).toMatchObject({ value: 'well' })
    await expect(records.load('m1-b')).rejects.toMatchObject(unreadable)
    expect(() => records.get('m1-b')).toThrow(expect.objectContaining(unreadable))
    await expect(records.stage('m1-b', 'new')).rejects.toMatchObject(unreadable)
    await expect(idsOf(records)).rejects.toMatchObject(unreadable)
    await put(records, 'm1-a', 'better')
    await records.settle()
    expect(JSON.parse(onDisk('m1')).value.rows).toEqual([
      { id: 'm1-a', versions: [{ rev: 2, value: 'better' }] },
      rows[1],
    ])
  })

  it.each([
    ['no rows', {}],
    ['a row without an id', { rows: [{ versions: [{ rev: 1 }] }] }],
    ['a row without a version', { rows: [{ id: 'm1-b', versions: [] }] }],
    ['half a revision', { rows: [{ id: 'm1-b', versions: [{ rev: 1.5, value: 'b' }] }] }],
  ])('refuses a shard with %s, whoever is asked for', async (_, value) => {
    const { start, inner } = house()
    inner.disk.set(`data/${folder}/m1.json`, Buffer.from(JSON.stringify({ version: 1, value })))
    await expect((await start()).load('m1-a')).rejects.toMatchObject({ code: 'unreadable' })
  })

  it('is asked for before anything else', async () => {
    const records = createRecords({ documents: createMemoryDocuments(), folder, prefix: 'm', parse: parseName })
    await expect(records.load('m1-a')).rejects.toThrow('restore the records first')
  })
})

describe('erasing', () => {
  it('leaves nothing of the value once settled, and the id unused', async () => {
    const { start, onDisk } = house()
    const records = await start()
    await put(records, 'm1-a', '王总')
    await records.settle()
    const rev = await put(records, 'm1-a', undefined)
    expect(records.get('m1-a')).toBeUndefined()
    await records.settle()
    expect(onDisk('m1')).not.toContain('王总')
    const again = await start({ 'm1-a': rev })
    expect(await again.load('m1-a')).toBeUndefined()
    expect(await again.stage('m1-a', 'back')).toBe(rev + 1)
  })
})

describe('shards', () => {
  it('fill up to their size, then the next begins, also after a start', async () => {
    const { start } = house()
    const records = await start()
    const names: string[] = []
    for (let n = 0; n < rowsPerShard + 1; n++) names.push(await records.nextShard())
    expect([names[0], names[rowsPerShard - 1], names[rowsPerShard]]).toEqual(['m1', 'm1', 'm2'])
    await put(records, 'm2-a', 'a')
    expect(await (await start()).nextShard()).toBe('m2')
  })

  it('of which the newest is damaged are passed over: who is new lies in the next', async () => {
    const { start, inner } = house()
    await inner.replace('data/members/m3.json', 'torn')
    const records = await start()
    const shard = await records.nextShard()
    expect(shard).toBe('m4')
    await put(records, 'm4-a', '王总')
    expect(records.get('m4-a')?.value).toBe('王总')
  })

  it('that are damaged keep none of the others away, where somebody is told of it', async () => {
    const { inner } = house()
    await inner.replace('data/members/m1.json', 'torn')
    const open = () => createRecords({ documents: createMemoryDocuments(inner), folder, prefix: 'm', parse: parseName })
    const committed = new Map([['m1-a', 2]])
    await expect(open().restore(committed)).rejects.toMatchObject({ code: 'unreadable' })
    const told: string[] = []
    const records = open()
    await records.restore(committed, ({ path }) => told.push(path))
    expect(told).toHaveLength(1)
    await expect(records.load('m1-a')).rejects.toMatchObject({ code: 'unreadable' })
    await put(records, 'm2-a', '陈小姐')
    expect(records.get('m2-a')?.value).toBe('陈小姐')
  })

  it('are written alone', async () => {
    const { start, steps } = house()
    const records = await start()
    await put(records, 'm1-a', 'a')
    await put(records, 'm10-a', 'b')
    await records.settle()
    const before = steps.length
    await put(records, 'm10-a', 'c')
    await records.settle()
    expect(steps.slice(before).filter(step => step.startsWith('rename'))).toEqual([
      'rename data/members/m10.json',
      'rename data/members/m10.json',
    ])
    await records.settle()
    expect(steps.slice(before).filter(step => step.startsWith('rename'))).toHaveLength(2)
  })

  it('are all walked', async () => {
    const { start } = house()
    const records = await start()
    for (const id of ['m2-b', 'm1-a', 'm2-a']) await put(records, id, id)
    await put(records, 'm2-b', undefined)
    await records.settle()
    expect(await idsOf(await start())).toEqual(['m1-a', 'm2-a'])
  })

  it('are named by ids', () => {
    expect(shardOfId('m12-k3f9')).toBe('m12')
    expect(shardOfId('m12')).toBeUndefined()
    expect(shardOfId(idInShard('m12', { next: prefix => `${prefix}k3f9` }))).toBe('m12')
  })
})

describe('any sequence of edits, checkpoints and crashes', () => {
  const id = fc.constantFrom('m1-a', 'm1-b', 'm2-a')
  const edit = fc.record({ kind: fc.constant('edit' as const), id, value: fc.option(fc.string(), { nil: undefined }) })
  const step = fc.oneof(
    edit,
    edit,
    // Dies after staging, before the event is in the journal.
    fc.record({ kind: fc.constant('die' as const), id, value: fc.string() }),
    fc.record({ kind: fc.constant('cancel' as const), id, value: fc.string() }),
    fc.record({ kind: fc.constant('checkpoint' as const) }),
    // Dies between the records and the checkpoint's file.
    fc.record({ kind: fc.constant('half-checkpoint' as const) }),
    fc.record({ kind: fc.constant('restart' as const) }),
  )

  it('leaves exactly what the journal committed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async script => {
        const { start } = house()
        let tail: Record<string, number> = {}
        const truth = new Map<string, string | undefined>()
        let records = await start()
        const check = async () => {
          for (const [id, value] of truth) expect((await records.load(id))?.value).toBe(value)
        }
        for (const step of script) {
          if (step.kind === 'edit') {
            tail[step.id] = await put(records, step.id, step.value)
            truth.set(step.id, step.value)
          } else if (step.kind === 'cancel') {
            records.cancel(step.id, await records.stage(step.id, step.value))
          } else if (step.kind === 'checkpoint') {
            await records.settle()
            tail = {}
          } else {
            if (step.kind === 'die') await records.stage(step.id, step.value)
            if (step.kind === 'half-checkpoint') await records.settle()
            records = await start(tail)
          }
          await check()
        }
        records = await start(tail)
        await check()
      }),
      { numRuns: 300 },
    )
  })
})

it('reads each shard once when all are wanted, in their order, and a damaged one no more often', async () => {
  const files = createMemoryFiles()
  const start = async (given: Files) => {
    const documents = createLowdbDocuments({ files: given, folder: 'data' })
    const records = createRecords({ documents, folder, prefix: 'm', parse: parseName })
    await records.restore(new Map())
    return records
  }
  const shards = Array.from({ length: 30 }, (_, at) => `m${at + 1}`)
  const first = await start(files)
  for (const shard of shards) await put(first, `${shard}-a`, '王总')
  await first.settle()
  files.disk.set('data/members/m12.json', Buffer.from('torn'))
  const reads: string[] = []
  const records = await start({
    ...files,
    read(path) {
      reads.push(path)
      return files.read(path)
    },
  })
  const damaged: string[] = []
  const found: string[] = []
  for await (const { id } of records.all(({ path }) => void damaged.push(path))) found.push(id)
  expect(found).toHaveLength(29)
  expect(damaged).toEqual(['data/members/m12.json'])
  expect(new Set(reads).size).toBe(30)
  expect(reads).toHaveLength(30)
})
