/** What a hub wrote, read when it is gone. */
import { join } from 'node:path'
import { createFileJournal } from '../../hub/journal/file-journal.ts'
import { verifyJournal } from '../../hub/journal/verify.ts'
import type { JournalLine } from '../../hub/ports.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { loadSecret } from '../../hub/system/secrets.ts'

/** Nobody may use the folder meanwhile. Throws when the chain does not hold. */
export async function readWholeJournal(folder: string): Promise<JournalLine<unknown>[]> {
  const files = createNodeFiles()
  const key = await loadSecret(files, join(folder, 'secrets', 'journal.key'), 32)
  const at = { files, folder: join(folder, 'journal'), key }
  const report = await verifyJournal(at)
  if (!report.ok) throw new Error(`the journal is damaged: ${JSON.stringify(report.findings)}`)
  const store = createFileJournal<unknown>({ ...at, businessDay: () => '', parseEvent: event => event })
  const journal = await store.open()
  const lines: JournalLine<unknown>[] = []
  for await (const line of journal.read(0)) lines.push(line)
  await journal.close()
  return lines
}
