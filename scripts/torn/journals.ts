/** Journals of real facts on a disk in memory, and two ways of reading them: the hub's, and one that trusts what it finds. */
import { join } from 'node:path'
import { createFileJournal } from '../../hub/journal/file-journal.ts'
import { decodeLine } from '../../hub/journal/line.ts'
import { endOfText, lineAt } from '../../hub/journal/scan.ts'
import { type JournalLine, StoreFailed } from '../../hub/ports.ts'
import { createMemoryFiles } from '../../hub/system/memory-files.ts'
import type { Read, Written } from './campaign.ts'

const folder = 'journal'
const day = '2026-11-20'
const path = join(folder, `${day}.ndjson`)
const key = Buffer.alloc(32, 3)
/** Before the spoilt ones; enough for a chain to stand on. */
const soundBatches = 3
const spoiltLines = 3

/** What the last three records shared their writes with: each alone, two together, all three. */
const shapes = [[1, 1, 1], [1, 2], [2, 1], [3]] as const

const storeOn = (files: ReturnType<typeof createMemoryFiles>) =>
  createFileJournal<unknown>({ files, folder, key, businessDay: () => day, parseEvent: event => event })

/** `facts`: lines of a real journal, at least six. */
export async function writeJournals(facts: readonly JournalLine<unknown>[]): Promise<Written[]> {
  const written: Written[] = []
  for (const shape of shapes) {
    const files = createMemoryFiles()
    const journal = await storeOn(files).open()
    const lines: JournalLine<unknown>[] = []
    let next = facts.slice(-(soundBatches + spoiltLines))
    let from = 0
    for (const [index, size] of [...Array<number>(soundBatches).fill(1), ...shape].entries()) {
      if (index === soundBatches) from = journal.anchor().offset
      const batch = next
        .slice(0, size)
        .map((line, at) => ({ ...line, seq: journal.lastSeq + 1 + at, batch: journal.lastBatch + 1 }))
      next = next.slice(size)
      journal.append(batch)
      lines.push(...batch)
    }
    const bytes = files.disk.get(path) ?? Buffer.alloc(0)
    written.push({ batches: shape.join('+'), bytes: bytes.subarray(0, endOfText(bytes)), from, lines })
  }
  return written
}

/** As the hub opens it, and once more after it went on: nothing that was cut may come back behind what is new. */
export const readAsHub: Read = async bytes => {
  const files = createMemoryFiles()
  files.disk.set(path, Buffer.from(bytes))
  try {
    const journal = await storeOn(files).open()
    const lines = await all(journal.read(0))
    const last = lines.at(-1)
    if (!last) return lines
    journal.append([{ ...last, seq: journal.lastSeq + 1, batch: journal.lastBatch + 1 }])
    await journal.close()
    const again = await all((await storeOn(files).open()).read(0))
    return again.length === lines.length + 1 ? again.slice(0, -1) : again
  } catch (error) {
    if (error instanceof StoreFailed) return 'refused'
    throw error
  }
}

/** The positive control: line by line as far as it can be parsed, which is what a log without a chain amounts to. */
export const readTrustingly: Read = async bytes => {
  const lines: JournalLine<unknown>[] = []
  const written = endOfText(bytes)
  for (let offset = 0; offset < written; ) {
    const { bytes: text, next } = lineAt(bytes, offset, written)
    const line = decodeLine(text)
    if (!line || next === undefined) break
    const { left, head, refusal, ...rest } = line
    lines.push(rest)
    offset = next
  }
  return lines
}

async function all(lines: AsyncIterable<JournalLine<unknown>>): Promise<JournalLine<unknown>[]> {
  const found: JournalLine<unknown>[] = []
  for await (const line of lines) found.push(line)
  return found
}
