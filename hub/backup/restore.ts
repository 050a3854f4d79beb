/** Puts a backup where a hub starts from. What was there is kept beside it. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failureOf, syncFolder } from '../files.ts'
import { createIds } from '../ids.ts'
import { acquireLock } from '../lock.ts'
import type { Files } from '../ports.ts'
import { readArchive } from './archive.ts'
import { earlierHouse, restoringFolder, versionCopy } from './earlier-houses.ts'
import { besideBackups, countGone, eraseAgainFile, erasedFile, readGone, together, without, writeGone } from './gone.ts'
import { stampOf } from './names.ts'

/** There is a house already, and nobody said that it may go. */
export class HouseThere extends Error {
  constructor(folder: string) {
    super(folder)
    this.name = 'HouseThere'
  }
}

/**
 * `folder`: the data folder to be, which may be a disk of its own. With `evenThere` a house in it is moved to
 * `.before-<time>` in it, whose path is the answer. `gone`: so many members, devices and staff are to go again at the hub's
 * start, by what is known in the backup, beside it and in that house. Throws ArchiveBroken, StoreFailed ('locked' while a hub runs there) or
 * HouseThere; the folder then holds what it held.
 */
export async function restoreBackup(options: {
  readonly files: Files
  readonly path: string
  readonly folder: string
  readonly evenThere: boolean
  readonly now: number
  readonly progress: (files: number) => void
}): Promise<{ readonly before: string | undefined; readonly gone: number }> {
  const { files, path, folder, evenThere, now, progress } = options
  const found = await partsOf(files, folder)
  if (found.length > 0 && !evenThere) throw new HouseThere(folder)
  await files.makeFolder(folder)
  // It stays there throughout: a folder with nothing in it would be made a demo of.
  const lock = await acquireLock({ files, folder: join(folder, lockFolder), ids: createIds() })
  const fresh = join(folder, restoringFolder)
  try {
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { mode: 0o700 })
    await unpack(path, fresh, progress)
    const gone = await forgetIn(files, fresh, [join(dirname(path), besideBackups), join(folder, erasedFile)])
    // An upgrade's copy is of the house that was there: left behind, the next upgrade would take it for its own.
    const moved = [...found, ...(await files.list(folder)).filter(name => name.startsWith(versionCopy))]
    const before = moved.length > 0 ? join(folder, `${earlierHouse}${stampOf(now)}`) : undefined
    if (before !== undefined) await mkdir(before, { mode: 0o700 })
    await moveAll([
      ...moved.map(name => [join(folder, name), join(before ?? '', name)] as const),
      ...(await readdir(fresh)).map(name => [join(fresh, name), join(folder, name)] as const),
    ])
    await syncFolder(folder)
    return { before, gone }
  } catch (error) {
    throw isSystemError(error) ? failureOf(folder, error) : error
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await lock.release()
    if (found.length === 0) await removeIfEmpty(folder)
  }
}

/** Adds what is known elsewhere to what the backup itself knows of who is gone. Answers how many are to go again. */
async function forgetIn(files: Files, fresh: string, elsewhere: readonly string[]): Promise<number> {
  const lists = await Promise.all(elsewhere.map(path => readGone(files, path)))
  const own = await readGone(files, join(fresh, erasedFile))
  // What the house in it still owed it knows, and it is not done all the same.
  const owed = await readGone(files, join(fresh, eraseAgainFile))
  const again = together([owed, without(together(lists), own)])
  if (countGone(again) === 0) return 0
  await writeGone(files, join(fresh, erasedFile), together([own, again]))
  await writeGone(files, join(fresh, eraseAgainFile), again)
  return countGone(again)
}

const lockFolder = 'lock'

/** What makes it a house, or something else's folder. */
const partsOf = async (files: Files, folder: string): Promise<string[]> =>
  (await files.list(folder)).filter(name => name !== 'lost+found' && name !== lockFolder && !name.startsWith('.'))

/** All or none: a move that fails is followed by those before it, backwards. */
async function moveAll(moves: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const done: (readonly [from: string, to: string])[] = []
  try {
    for (const move of moves) {
      await rename(...move)
      done.push(move)
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) await rename(to, from)
    throw error
  }
}

/** After a restore that came to nothing: what was not there before is not there now. */
async function removeIfEmpty(folder: string): Promise<void> {
  const left = await readdir(folder)
  if (left.length > 1 || (left[0] !== undefined && left[0] !== lockFolder)) return
  await rm(join(folder, lockFolder), { recursive: true, force: true })
  // A disk of its own stays mounted.
  await rmdir(folder).catch((error: unknown) => {
    if (!isSystemError(error)) throw error
  })
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
  await syncFolder(into)
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error
