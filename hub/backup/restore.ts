/** Puts a backup where a hub starts from. What was there is kept beside it. */
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failureOf, syncFolder } from '../files.ts'
import { createIds } from '../ids.ts'
import { acquireLock } from '../lock.ts'
import type { Files } from '../ports.ts'
import { readArchive } from './archive.ts'

/** There is a house already, and nobody said that it may go. */
export class HouseThere extends Error {
  constructor(folder: string) {
    super(folder)
    this.name = 'HouseThere'
  }
}

/**
 * `folder`: the data folder to be. With `evenThere` a house in it is moved to `<folder>.before-<time>`, whose path is the answer.
 * Throws ArchiveBroken, StoreFailed ('locked' while a hub runs there) or HouseThere; the folder then is as it was.
 */
export async function restoreBackup(options: {
  readonly files: Files
  readonly path: string
  readonly folder: string
  readonly evenThere: boolean
  readonly now: number
  readonly progress: (files: number) => void
}): Promise<{ readonly before: string | undefined }> {
  const { files, path, folder, evenThere, now, progress } = options
  const there = (await files.list(folder)).some(name => name !== 'lost+found' && !name.startsWith('.'))
  if (there && !evenThere) throw new HouseThere(folder)
  const lock = there ? await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() }) : undefined
  const beside = `${folder}.restoring`
  try {
    await rm(beside, { recursive: true, force: true })
    await mkdir(beside, { recursive: true, mode: 0o700 })
    await unpack(path, beside, progress)
    const before = there ? `${folder}.before-${stampOf(now)}` : undefined
    if (before !== undefined) await rename(folder, before)
    else await rm(folder, { recursive: true, force: true })
    await rename(beside, folder)
    await syncFolder(dirname(folder))
    return { before }
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw isSystemError(error) ? failureOf(folder, error) : error
  } finally {
    await lock?.release().catch(() => undefined)
  }
}

async function unpack(path: string, into: string, progress: (files: number) => void): Promise<void> {
  let done = 0
  await readArchive(path, async (name, content) => {
    const file = join(into, name)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, content, { mode: 0o600, flush: true })
    progress(++done)
  })
  for (const entry of await readdir(into, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) await syncFolder(join(entry.parentPath, entry.name))
  await chmod(into, 0o700)
  await syncFolder(into)
}

/** Such as `20261128-0705`, in UTC: two machines of one house agree on it. */
export const stampOf = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error
