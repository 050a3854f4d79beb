import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createNodeFiles } from '../system/files.ts'
import { businessDay, folder, journalOver, key, testJournal } from './file-journal.testing.ts'
import { createFileJournal } from './file-journal.ts'
import {
  journalContract,
  nextLines,
  note,
  parseTestEvent,
  type TestEvent,
  textsOf,
} from './journal.contract.testing.ts'

const temp = mkdtempSync(join(tmpdir(), 'changming-journal-'))
afterAll(() => rmSync(temp, { recursive: true }))
let trials = 0

journalContract('file journal on a disk in memory', () => {
  const { faulty, store } = testJournal()
  return { store, failNext: () => faulty.failAt('write') }
})

journalContract('file journal on a real disk', () => {
  const { files, failAt } = createFaultyFiles(createNodeFiles)
  const options = {
    files,
    key,
    businessDay,
    parseEvent: parseTestEvent,
    folder: join(temp, String(trials++), 'journal'),
  }
  return { store: createFileJournal(options), failNext: () => failAt('write') }
})

const path = (day: string) => `${folder}/2026-11-${day}.ndjson`

describe('day files', () => {
  it('roll at the business day, and the chain goes on', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [0, 999, 1000, 3500]) journal.append(nextLines(journal, [`at ${at}`], at))
    await journal.close()
    expect([...disk.keys()]).toEqual([path('01'), path('02'), path('04')])
    expect(disk.get(path('01'))?.toString()).toMatch(/^\{"seq":1,.*\n\{"seq":2,.*\n$/)
    expect(await textsOf(await store.open())).toEqual(['at 0', 'at 999', 'at 1000', 'at 3500'])
  })

  it('hold one chain, whether or not a link was begun before its line came', async () => {
    const { store } = testJournal()
    const journal = await store.open()
    const texts = ['a', 'b', 'c', 'd', 'e'] as const
    for (const [at, text] of texts.entries()) {
      journal.append(nextLines(journal, [text], at))
      if (at % 2 === 0) await new Promise(setImmediate)
    }
    await journal.close()
    expect(await textsOf(await store.open())).toEqual([...texts])
  })

  it('go on in the younger file when the clock was set back', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [5000, 1000]) journal.append(nextLines(journal, [`at ${at}`], at))
    expect([...disk.keys()]).toEqual([path('06')])
    expect(await textsOf(journal)).toEqual(['at 5000', 'at 1000'])
  })

  it('that are older than the anchor are not read at the start', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [0, 1000]) journal.append(nextLines(journal, [`at ${at}`], at))
    const anchor = journal.anchor()
    journal.append(nextLines(journal, ['late'], 1500))
    await journal.close()
    disk.set(path('01'), Buffer.from('not opened'))
    const again = await store.open(anchor)
    expect(await textsOf(again, anchor.seq)).toEqual(['late'])
    await expect(store.open()).rejects.toMatchObject({ code: 'damaged', path: path('01'), line: 1 })
  })

  it('may be removed from the oldest on; what they held is then named as missing', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [0, 1000, 2000]) journal.append(nextLines(journal, [`at ${at}`], at))
    await journal.close()
    disk.delete(path('01'))
    const again = await store.open()
    expect(await textsOf(again, 1)).toEqual(['at 1000', 'at 2000'])
    await expect(textsOf(again, 0)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('stay good when the hub dies right after rolling', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    journal.append(nextLines(journal, ['a'], 0))
    faulty.failAt('write')
    expect(() => journal.append(nextLines(journal, ['b'], 1000))).toThrow(
      expect.objectContaining({ code: 'write-failed' }),
    )
    await journal.close()
    const again = await store.open()
    again.append(nextLines(again, ['c'], 1000))
    again.append(nextLines(again, ['d'], 1000))
    await again.close()
    expect(await textsOf(await store.open())).toEqual(['a', 'c', 'd'])
  })
})

describe('a failing disk', () => {
  it('that is full says so, and nothing is lost', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    await note(journal, 'a')
    faulty.failAt('write', 1, 'ENOSPC')
    await expect(note(journal, 'b')).rejects.toMatchObject({ code: 'disk-full', path: path('01') })
    expect(await textsOf(await store.open())).toEqual(['a'])
  })

  it('whose sync failed may still hold the lines: they are written and synced again before anybody relies on them', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    await note(journal, 'a')
    faulty.failAt('sync')
    await expect(note(journal, 'b')).rejects.toMatchObject({ code: 'write-failed' })
    const stepsBefore = faulty.steps.length
    expect(await textsOf(await store.open())).toEqual(['a', 'b'])
    expect(faulty.steps.slice(stepsBefore)).toEqual([`open ${path('01')}`, `write ${path('01')}`, `sync ${path('01')}`])
  })
})

describe('other hubs', () => {
  it('a newer one wrote the file', async () => {
    const { store, disk } = testJournal()
    disk.set(path('01'), Buffer.from('{"seq":1,"new":true,"head":{"format":2,"key":"x","prev":"y"},"mac":"?"}\n'))
    await expect(store.open()).rejects.toMatchObject({ code: 'newer-version', path: path('01') })
  })

  it('the key is another one', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    await note(journal, 'a')
    const anchor = journal.anchor()
    const other = journalOver(faulty.files, Buffer.alloc(32, 8))
    await expect(other.open()).rejects.toThrow('another key')
    await expect(other.open(anchor)).rejects.toThrow('another key')
  })

  it('wrote events that this one does not know', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    await note(journal, 'a')
    const anchor = journal.anchor()
    await note(journal, 'b')
    await journal.close()
    const parseEvent = () => {
      throw new Error('unknown event')
    }
    const older = createFileJournal<TestEvent>({ files: faulty.files, folder, key, businessDay, parseEvent })
    const unreadable = { code: 'unreadable', path: path('01') }
    await expect(textsOf(await older.open())).rejects.toMatchObject({ ...unreadable, line: 1 })
    await expect(textsOf(await older.open(anchor), anchor.seq)).rejects.toMatchObject({ ...unreadable, line: 2 })
  })

  it('wrote a refusal that this one does not know: the line is whole, only not readable', async () => {
    const { store, faulty } = testJournal()
    const journal = await store.open()
    const [line] = nextLines(journal, ['a'])
    if (!line) throw new Error('no line')
    const unknown: object = { refusal: { refused: 'from-the-future', next: 'none' } }
    journal.append([{ ...line, ...unknown }])
    await journal.close()
    const again = await journalOver(faulty.files).open()
    expect([again.lastSeq, again.dropped]).toEqual([1, undefined])
    await expect(textsOf(again)).rejects.toMatchObject({ code: 'unreadable', path: path('01'), line: 1 })
  })
})
