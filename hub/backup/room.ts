/**
 * Whether a disk has room for what a backup becomes while it is rewritten. The night's journal may lie on the same one: where that
 * is full, nobody in the house can order any more.
 */
import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readArchive } from './archive.ts'

/** Bytes that may still be written on the disk of this folder. */
export type FreeRoom = (folder: string) => Promise<number>

export const freeRoom: FreeRoom = async folder => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Many nights of the journal, and what else is written while a backup is rewritten. Bytes. */
const staysFree = 500e6
const block = 4096

export class NoRoom extends Error {
  /** Bytes. */
  readonly needed: number
  readonly free: number
  constructor(needed: number, free: number) {
    super(`needs ${needed} bytes, and ${free} are free`)
    this.name = 'NoRoom'
    this.needed = needed
    this.free = free
  }
}

/** Reads all of it and writes nothing. Throws NoRoom, and ArchiveBroken. */
export async function requireRoom(path: string, free: FreeRoom): Promise<void> {
  const { files } = await readArchive(path, async () => undefined)
  const unpacked = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / block) * block, 0)
  // Unpacked; once more where it is verified, or of an older version; and packed.
  const needed = 2 * unpacked + (await stat(path)).size + staysFree
  const there = await free(dirname(path))
  if (there < needed) throw new NoRoom(needed, there)
}
