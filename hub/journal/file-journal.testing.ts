/** A file journal over a disk in memory, for the tests beside it. */

import type { Files } from '../ports.ts'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createFileJournal } from './file-journal.ts'
import { parseTestEvent } from './journal.contract.testing.ts'

export const folder = 'data/journal'
export const key = Buffer.alloc(32, 7)
/** Days of 1,000 ms from 2026-11-01 on: `at` 2,500 lies in 2026-11-03. */
export const businessDay = (at: number) => `2026-11-${String(Math.floor(at / 1000) + 1).padStart(2, '0')}`

export function journalOver(files: Files, secret: Uint8Array = key) {
  return createFileJournal({ files, folder, key: secret, businessDay, parseEvent: parseTestEvent })
}

export function testJournal() {
  const faulty = createFaultyFiles(createMemoryFiles)
  return { faulty, disk: faulty.inner.disk, store: journalOver(faulty.files) }
}
