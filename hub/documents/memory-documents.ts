/** Documents in memory, for tests and trials: the real ones over a disk in memory, JSON and versions included. */

import type { Documents } from '../ports.ts'
import { createMemoryFiles, type MemoryFiles } from '../system/memory-files.ts'
import { createLowdbDocuments } from './lowdb-documents.ts'

/** Give the same `files` again to play a restart. */
export function createMemoryDocuments(files: MemoryFiles = createMemoryFiles()): Documents {
  return createLowdbDocuments({ files, folder: 'data' })
}
