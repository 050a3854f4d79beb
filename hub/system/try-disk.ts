/**
 * Whether a disk that failed takes again what the next minutes bring. To open the house needs no room: a journal writes
 * for a while into what it was allotted, and a full disk would look well until the first record or the next megabyte.
 */
import { join } from 'node:path'
import type { Files } from '../ports.ts'

/** The journal's next allotment, and as much again for records. */
const bytes = 2 * 1024 * 1024

/** Throws StoreFailed. */
export async function tryDisk(files: Files, folder: string): Promise<void> {
  const path = join(folder, 'trial')
  await files.replace(path, Buffer.alloc(bytes))
  await files.remove(path)
}
