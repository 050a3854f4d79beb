import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Files, type JournalAnchor, StoreFailed } from '../ports.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { folder, journalOver, key, testJournal } from './file-journal.testing.ts'
import { nextLines, textsOf } from './journal.contract.testing.ts'
import { createLineCodec } from './line.ts'
import { recoverJournal, recoverWhole } from './recover.ts'
import { endOfText } from './scan.ts'

const first = `${folder}/2026-11-01.ndjson`
const second = `${folder}/2026-11-02.ndjson`
const inFirst = 800
const inSecond = 40
/** Several times what one line may have before the whole file is read for it. */
const long = 'x'.repeat(9000)

let days: ReadonlyMap<string, Buffer> = new Map()
/** After every line. */
const anchors: JournalAnchor[] = []
const textOf = (line: number) =>
  line >= inFirst - 40 && line < inFirst ? `${line} ${long}` : `${line} ${'杯'.repeat(80)}`

beforeAll(async () => {
  const { store, disk } = testJournal()
  const journal = await store.open()
  anchors.push(journal.anchor())
  for (let line = 0; line < inFirst + inSecond; line++) {
    journal.append(nextLines(journal, [textOf(line)], line < inFirst ? 0 : 1000))
    anchors.push(journal.anchor())
  }
  days = new Map([...disk].map(([path, bytes]) => [path, Buffer.from(bytes.subarray(0, endOfText(bytes)))]))
})

const bytesOf = (path: string): Buffer => days.get(path) ?? Buffer.alloc(0)

function diskOf(changed: ReadonlyMap<string, Buffer> = new Map()) {
  const memory = createMemoryFiles()
  for (const [path, bytes] of new Map([...days, ...changed])) memory.disk.set(path, Buffer.from(bytes))
  let looked = 0
  const files: Files = {
    ...memory,
    async read(path) {
      const found = await memory.read(path)
      looked += found?.length ?? 0
      return found
    },
    async readAround(path, hole) {
      const found = await memory.readAround(path, hole)
      const { length } = found ?? Buffer.alloc(0)
      looked += length - Math.max(0, Math.min(hole.to, length) - hole.from)
      return found
    },
  }
  const left = () => [...memory.disk].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')])
  return { files, left, looked: () => looked }
}

describe('a start on a long night', () => {
  it('looks at what came after the checkpoint, and at hardly more', async () => {
    const at = inFirst - 60
    const { files, looked } = diskOf()
    const journal = await journalOver(files).open(anchors[at])
    expect(bytesOf(first).length).toBeGreaterThan(500_000)
    const after = bytesOf(first).length - (anchors[at]?.offset ?? 0) + bytesOf(second).length
    expect(looked()).toBeLessThan(after + 70_000)
    expect(await textsOf(journal, at)).toEqual(Array.from({ length: 60 + inSecond }, (_, line) => textOf(at + line)))
  })

  it('reads its last lines however long they are', async () => {
    const journal = await journalOver(diskOf().files).open(anchors.at(-1))
    for (const wanted of [1, inSecond, inSecond + 1, inSecond + 60, inFirst + inSecond]) {
      const from = inFirst + inSecond - wanted
      expect(await textsOf(journal, from)).toEqual(Array.from({ length: wanted }, (_, line) => textOf(from + line)))
    }
  })

  it('makes of it what it would of the whole files, whatever became of their bytes', async () => {
    const at = fc.integer({ min: 0, max: 1_000_000 })
    const damage = fc.record({
      day: fc.constantFrom(first, second),
      // The end is where a power cut tears.
      fromEnd: fc.oneof(at, fc.nat(2000)),
      how: fc.constantFrom('none', 'cut', 'flip', 'grown', 'zeroes' as const),
      bit: fc.nat(7),
    })
    const place = (files: Files) => ({ files, folder, codec: createLineCodec(key) })
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: inFirst + inSecond }), damage, async (line, damage) => {
        const bytes = damaged(damage)
        const learned = async (how: typeof recoverJournal) => {
          const { files, left } = diskOf(new Map([[damage.day, bytes]]))
          try {
            const { current, ...rest } = await how(place(files), anchors[line])
            return { ...rest, current: current && { name: current.name, offset: current.offset }, left: left() }
          } catch (error) {
            if (!(error instanceof StoreFailed)) throw error
            refused += 1
            return { code: error.code, says: error.message, left: left() }
          }
        }
        expect(await learned(recoverJournal)).toEqual(await learned(recoverWhole))
      }),
      { numRuns: 150 },
    )
    expect(refused).toBeGreaterThan(0)
  })

  it('tells a journal of another key, though nothing came after the checkpoint', async () => {
    const { files } = diskOf()
    await expect(journalOver(files, Buffer.alloc(32, 9)).open(anchors[inFirst])).rejects.toMatchObject({
      code: 'damaged',
    })
  })
})

function damaged({ day, fromEnd, how, bit }: { day: string; fromEnd: number; how: string; bit: number }): Buffer {
  const bytes = Buffer.from(bytesOf(day))
  const at = bytes.length - 1 - (fromEnd % bytes.length)
  if (how === 'cut') return bytes.subarray(0, at)
  if (how === 'grown') return Buffer.concat([bytes, Buffer.alloc(5000)])
  if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  if (how === 'zeroes') bytes.fill(0, at)
  return bytes
}
