import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Journal, type JournalLine, StoreFailed } from '../ports.ts'
import type { FileStep } from '../system/files.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { folder, journalOver, testJournal } from './file-journal.testing.ts'
import { nextLines, note, type TestEvent, textsOf } from './journal.contract.testing.ts'
import { endOfText } from './scan.ts'

const path = `${folder}/2026-11-01.ndjson`

/** A journal of one line, then two, then one, then a batch of two. */
let whole = Buffer.alloc(0)
/** Bytes after each batch, and what the journal says up to there. */
const places: { offset: number; texts: string[] }[] = []

beforeAll(async () => {
  const { store, disk } = testJournal()
  const journal = await store.open()
  places.push({ offset: 0, texts: [] })
  for (const texts of [['a'], ['b1', 'b2'], ['c'], ['d1', 'd2']]) {
    await note(journal, ...texts)
    places.push({ offset: journal.anchor().offset, texts: [...(places.at(-1)?.texts ?? []), ...texts] })
  }
  const bytes = disk.get(path) ?? Buffer.alloc(0)
  whole = Buffer.from(bytes.subarray(0, endOfText(bytes)))
})

/** What opening makes of these bytes: the texts it goes on from, or the refusal. Checks that it then really goes on. */
async function open(bytes: Buffer): Promise<string[] | StoreFailed> {
  const files = createMemoryFiles()
  files.disk.set(path, bytes)
  const store = journalOver(files)
  try {
    const journal = await store.open()
    const texts = await textsOf(journal)
    // Nothing of what was cut may come back behind a shorter line.
    expect(endOfText(files.disk.get(path) ?? Buffer.alloc(0))).toBe(journal.anchor().offset)
    await note(journal, 'next')
    await journal.close()
    expect(await textsOf(await store.open())).toEqual([...texts, 'next'])
    return texts
  } catch (error) {
    if (error instanceof StoreFailed) return error
    throw error
  }
}

const wholeUpTo = (offset: number) => places.filter(place => place.offset <= offset).at(-1)?.texts
const lastBatch = () => places.at(-2)?.offset ?? 0
const everyByte = (from: number) => Array.from({ length: whole.length - from }, (_, index) => from + index)

describe('an end torn off', () => {
  it('at any byte leaves exactly the whole batches before it', async () => {
    for (const cut of everyByte(0)) expect(await open(whole.subarray(0, cut))).toEqual(wholeUpTo(cut))
  })

  it('in a file grown with zeroes leaves exactly the whole batches before it', async () => {
    for (const cut of everyByte(0)) {
      const bytes = Buffer.alloc(whole.length + 100)
      bytes.set(whole.subarray(0, cut))
      expect(await open(bytes)).toEqual(wholeUpTo(cut))
    }
  })

  it('is kept aside, and told', async () => {
    const files = createMemoryFiles()
    files.disk.set(path, whole.subarray(0, -1))
    const journal = await journalOver(files).open()
    const keptAs = `${folder}/cut/2026-11-01.ndjson.5`
    const bytes = whole.length - 1 - lastBatch()
    expect(journal.dropped).toEqual({ file: '2026-11-01.ndjson', line: 5, bytes, keptAs })
    expect(files.disk.get(keptAs)).toEqual(whole.subarray(lastBatch(), -1))
  })
})

describe('zeroes', () => {
  it('after the last line are no damage', async () => {
    expect(await open(Buffer.concat([whole, Buffer.alloc(5000)]))).toEqual(places.at(-1)?.texts)
  })

  it('in place of any sector of the last batch drop that batch', async () => {
    for (const from of everyByte(lastBatch())) {
      const bytes = Buffer.from(whole)
      bytes.fill(0, from, Math.min(from + 16, bytes.length))
      expect(await open(bytes)).toEqual(places.at(-2)?.texts)
    }
  })

  it('in place of earlier bytes are refused, for a later batch is intact', async () => {
    for (let from = 0; from < lastBatch() - 20; from += 7) {
      const bytes = Buffer.from(whole)
      bytes.fill(0, from, Math.min(from + 16, bytes.length))
      expect(await open(bytes)).toMatchObject({ code: 'damaged', path })
    }
  })
})

describe('a flipped bit', () => {
  it('in the last batch drops that batch or is refused', async () => {
    for (const at of everyByte(lastBatch())) {
      const result = await open(flip(at, 1))
      if (!(result instanceof StoreFailed)) expect(result).toEqual(places.at(-2)?.texts)
    }
  })

  it('anywhere before it is refused by name of file and line', async () => {
    for (const at of everyByte(0).filter(at => at < lastBatch())) {
      const line = whole.subarray(0, at).toString('latin1').split('\n').length
      expect(await open(flip(at, 1))).toMatchObject({ code: 'damaged', path, line })
    }
  })

  function flip(at: number, bit: number): Buffer {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ bit
    return bytes
  }
})

describe('an edit', () => {
  it('that removes, repeats or exchanges lines is refused', async () => {
    const lines = whole.toString('utf8').trimEnd().split('\n')
    const [a = '', b1 = '', b2 = '', c = '', d1 = '', d2 = ''] = lines
    const edits = [
      [b1, b2, c, d1, d2],
      [a, c, d1, d2],
      [a, b1, c, d1, d2],
      [a, b1, b2, d1, d2],
      [a, a, b1, b2, c, d1, d2],
      [a, c, b1, b2, d1, d2],
      [a, b2, b1, c, d1, d2],
    ]
    for (const edit of edits) {
      expect(await open(Buffer.from(`${edit.join('\n')}\n`))).toMatchObject({ code: 'damaged', path })
    }
  })

  it('that puts in a line of another history, written with the same key, is refused', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const texts of [['other'], ['b1', 'b2'], ['c'], ['d1', 'd2']]) await note(journal, ...texts)
    const others = (disk.get(path) ?? Buffer.alloc(0)).toString('utf8').split('\n')
    const lines = whole.toString('utf8').split('\n')
    expect(others[3]).not.toBe(lines[3])
    lines[3] = others[3] ?? ''
    expect(await open(Buffer.from(lines.join('\n')))).toMatchObject({ code: 'damaged', path, line: 4 })
  })

  it('that removes a day in the middle is refused', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [0, 1000, 2000, 2000]) journal.append(nextLines(journal, ['x'], at))
    await journal.close()
    disk.delete(`${folder}/2026-11-02.ndjson`)
    await expect(store.open()).rejects.toMatchObject({ code: 'damaged', path: `${folder}/2026-11-03.ndjson`, line: 1 })
  })

  it('that cuts off what the checkpoint saw is refused', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    await note(journal, 'a')
    const short = disk.get(path) ?? Buffer.alloc(0)
    await note(journal, 'b')
    const anchor = journal.anchor()
    await journal.close()
    disk.set(path, short)
    await expect(store.open(anchor)).rejects.toMatchObject({ code: 'damaged', path })
    disk.delete(path)
    await expect(store.open(anchor)).rejects.toMatchObject({ code: 'damaged', path })
  })

  it('of a younger day while the older one is torn is refused', async () => {
    const { store, disk } = testJournal()
    const journal = await store.open()
    for (const at of [0, 0, 1000]) journal.append(nextLines(journal, ['x'], at))
    await journal.close()
    disk.set(path, (disk.get(path) ?? Buffer.alloc(0)).subarray(0, -5))
    await expect(store.open()).rejects.toMatchObject({ code: 'damaged', path, line: 2 })
  })
})

describe('any sequence of appends, power cuts and starts', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const append = fc.record({
    kind: fc.constant('append' as const),
    texts: fc.array(text, { minLength: 1, maxLength: 4 }),
  })
  const fail = fc.record({
    kind: fc.constant('fail' as const),
    step: fc.constantFrom<FileStep>('open', 'write', 'sync', 'truncate'),
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
  })
  const tear = fc.record({
    kind: fc.constant('tear' as const),
    texts: fc.array(text, { minLength: 1, maxLength: 4 }),
    // Which sectors of the write got to the disk.
    landed: fc.infiniteStream(fc.boolean()),
  })
  const restart = fc.record({ kind: fc.constant('restart' as const), fromAnchor: fc.boolean() })
  const tomorrow = fc.record({ kind: fc.constant('tomorrow' as const) })
  const steps = fc.array(fc.oneof(append, append, append, fail, tear, restart, tomorrow), { maxLength: 25 })

  it('reads back as everything acknowledged, and of the rest whole batches only', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async script => {
        const { store, faulty } = testJournal()
        let journal = await store.open()
        let anchor = journal.anchor()
        let acknowledged: string[] = []
        let at = 0
        const startAgain = async (unsure: string[], from = anchor) => {
          journal = await store.open(from)
          const texts = await textsOf(journal)
          expect([acknowledged, [...acknowledged, ...unsure]]).toContainEqual(texts)
          acknowledged = texts
        }
        for (const step of script) {
          if (step.kind === 'tomorrow') at += 1000
          else if (step.kind === 'restart') {
            await journal.close()
            await startAgain([], step.fromAnchor ? anchor : undefined)
            anchor = journal.anchor()
          } else {
            if (step.kind === 'fail') faulty.failAt(step.step)
            if (step.kind === 'tear') faulty.tearNext(bytes => sectors(bytes, step.landed))
            const acknowledges = isTaken(journal, nextLines(journal, step.texts, at))
            faulty.heal()
            if (acknowledges) acknowledged.push(...step.texts)
            else await startAgain(step.texts)
          }
        }
        await startAgain([])
      }),
      { numRuns: 300 },
    )
  })

  function isTaken(journal: Journal<TestEvent>, lines: readonly JournalLine<TestEvent>[]): boolean {
    try {
      journal.append(lines)
      return true
    } catch {
      return false
    }
  }

  function sectors(bytes: Uint8Array, landed: Iterator<boolean>): Uint8Array {
    const torn = new Uint8Array(bytes.length)
    for (let from = 0; from < bytes.length; from += 32) {
      if (landed.next().value) torn.set(bytes.subarray(from, from + 32), from)
    }
    return torn
  }
})
