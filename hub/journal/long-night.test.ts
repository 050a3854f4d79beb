import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryFiles } from '../memory-files.ts'
import { type Files, type JournalAnchor, StoreFailed } from '../ports.ts'
import { folder, journalOver, testJournal } from './file-journal.testing.ts'
import { nextLines, note, textsOf } from './journal.contract.testing.ts'
import { endOfText } from './scan.ts'

const path = `${folder}/2026-11-01.ndjson`
const lines = 800
/** Several times what one line may have before the whole file is read for it. */
const long = 'x'.repeat(9000)

let night = Buffer.alloc(0)
/** After every line. */
const anchors: JournalAnchor[] = []

beforeAll(async () => {
  const { store, disk } = testJournal()
  const journal = await store.open()
  anchors.push(journal.anchor())
  for (let line = 0; line < lines; line++) {
    await note(journal, line >= lines - 40 ? `${line} ${long}` : `${line} ${'杯'.repeat(80)}`)
    anchors.push(journal.anchor())
  }
  const bytes = disk.get(path) ?? Buffer.alloc(0)
  night = Buffer.from(bytes.subarray(0, endOfText(bytes)))
})

/** All that a start learns from these bytes, and how much of them it looked at. */
async function startOn(bytes: Buffer, at: number, wholly: boolean, secret?: Uint8Array) {
  const disk = createMemoryFiles()
  disk.disk.set(path, Buffer.from(bytes))
  let looked = 0
  const left = () =>
    createHash('sha256')
      .update(disk.disk.get(path) ?? '')
      .digest('hex')
  const files: Files = {
    ...disk,
    async read(asked) {
      const found = await disk.read(asked)
      looked += found?.length ?? 0
      return found
    },
    async readAround(asked, hole) {
      if (wholly) return files.read(asked)
      const found = await disk.readAround(asked, hole)
      looked += (found?.length ?? 0) - Math.max(0, Math.min(hole.to, found?.length ?? 0) - hole.from)
      return found
    },
  }
  try {
    const journal = await journalOver(files, secret).open(anchors[at])
    const { dropped } = journal
    const atOpening = looked
    const after = await textsOf(journal, at)
    const recent = await textsOf(journal, Math.max(0, journal.lastSeq - 60))
    journal.append(nextLines(journal, ['next']))
    return { atOpening, learned: { dropped, after, recent, last: journal.anchor(), left: left() } }
  } catch (error) {
    if (!(error instanceof StoreFailed)) throw error
    return { atOpening: looked, learned: { code: error.code, says: error.message, left: left() } }
  }
}

describe('a start on a long night', () => {
  it('looks at what came after the checkpoint, and at hardly more', async () => {
    const { atOpening, learned } = await startOn(night, lines - 60, false)
    expect(learned).toMatchObject({ after: expect.objectContaining({ length: 60 }) })
    expect(night.length).toBeGreaterThan(500_000)
    expect(atOpening).toBeLessThan(night.length - (anchors[lines - 60]?.offset ?? 0) + 70_000)
    expect((await startOn(night, lines - 60, true)).atOpening).toBe(night.length)
  })

  it('learns what it would of the whole file, whatever became of its bytes', async () => {
    const damage = fc.oneof(
      fc.constant('none' as const),
      fc.record({ cut: fc.integer({ min: 0, max: 1_000_000 }) }),
      fc.record({ flip: fc.integer({ min: 0, max: 1_000_000 }), bit: fc.nat(7) }),
      fc.record({ grown: fc.constantFrom(100, 5000) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: lines }), damage, async (at, damage) => {
        const bytes = damaged(damage)
        const near = await startOn(bytes, at, false)
        expect(near.learned).toEqual((await startOn(bytes, at, true)).learned)
      }),
      { numRuns: 150 },
    )
  })

  it('tells a journal of another key, though nothing came after the checkpoint', async () => {
    const other = Buffer.alloc(32, 9)
    const { learned } = await startOn(night, lines, false, other)
    expect(learned).toMatchObject({ code: 'damaged' })
    expect(learned).toEqual((await startOn(night, lines, true, other)).learned)
  })
})

function damaged(damage: 'none' | { cut: number } | { flip: number; bit: number } | { grown: number }): Buffer {
  if (damage === 'none') return night
  if ('cut' in damage) return night.subarray(0, damage.cut % night.length)
  if ('grown' in damage) return Buffer.concat([night, Buffer.alloc(damage.grown)])
  const bytes = Buffer.from(night)
  const at = damage.flip % bytes.length
  bytes[at] = (bytes[at] ?? 0) ^ (1 << damage.bit)
  return bytes
}
