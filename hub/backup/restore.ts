/** Puts a backup where a hub starts from. What was there is kept beside it. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { type Files, StoreFailed } from '../ports.ts'
import { failureOf, isThere, syncFolder } from '../system/files.ts'
import { createIds } from '../system/ids.ts'
import { acquireLock } from '../system/lock.ts'
import { readArchive } from './archive.ts'
import { earlierHouse, restoringFolder, versionCopy } from './earlier-houses.ts'
import { noteSince } from './elsewhere.ts'
import { besideBackups, countGone, goneAgainFile, goneFile, readGone, together, without, writeGone } from './gone.ts'
import { stampOf } from './names.ts'
import { type RestoreTold, tellRestore } from './restore-told.ts'
import { backupsFolder, logsFolder } from './stage.ts'

/** There is a house already, and nobody said that it may go. */
export class HouseThere extends Error {
  constructor(folder: string) {
    super(folder)
    this.name = 'HouseThere'
  }
}

/**
 * `folder`: the data folder to be, which may be a disk of its own. With `evenThere` a house in it is moved to
 * `.before-<time>` in it, whose path is the answer; backups and logs stay where they are. `told`: to the hub that starts there. `gone`: so many members, devices and staff are to go again at the hub's
 * start, by what is known in the backup, beside it and in that house. Throws ArchiveBroken, StoreFailed ('locked' while a hub runs there) or
 * HouseThere; the folder then holds what it held. Or StoreFailed 'half-restored'.
 */
export async function restoreBackup(options: {
  readonly files: Files
  readonly path: string
  readonly folder: string
  readonly evenThere: boolean
  readonly told: RestoreTold
  readonly now: number
  readonly progress: (files: number) => void
}): Promise<{ readonly before: string | undefined; readonly gone: number }> {
  const { files, path, folder, evenThere, told, now, progress } = options
  await finishRestore(files, folder)
  const found = await partsOf(files, folder)
  if (found.length > 0 && !evenThere) throw new HouseThere(folder)
  await files.makeFolder(folder)
  // It stays there throughout: a folder with nothing in it would be made a demo of.
  const lock = await acquireLock({ files, folder: join(folder, lockFolder), ids: createIds() })
  const fresh = join(folder, restoringFolder)
  let halfMoved = false
  try {
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { mode: 0o700 })
    await unpack(path, fresh, progress)
    const gone = await forgetIn(files, fresh, [join(dirname(path), besideBackups), join(folder, goneFile)])
    await noteSince(files, folder, fresh)
    await tellRestore(files, fresh, told)
    // An upgrade's copy is of the house that was there: left behind, the next upgrade would take it for its own.
    const moved = [...found, ...(await files.list(folder)).filter(name => name.startsWith(versionCopy))]
    const aside = `${earlierHouse}${stampOf(now)}`
    const before = moved.length > 0 ? join(folder, aside) : undefined
    if (before !== undefined) await mkdir(before, { mode: 0o700 })
    await moveAll(files, folder, [
      ...moved.map(name => [name, join(aside, name)] as const),
      ...(await readdir(fresh)).map(name => [join(restoringFolder, name), name] as const),
    ])
    return { before, gone }
  } catch (error) {
    halfMoved = isHalfRestored(error)
    throw isSystemError(error) ? failureOf(folder, error) : error
  } finally {
    try {
      // What is left of the new house in it is what `finishRestore` goes on with.
      if (!halfMoved) await letGo(files, folder)
    } finally {
      await lock.release()
    }
    if (found.length === 0) await removeIfEmpty(folder)
  }
}

/**
 * What is left of the new house, deleted file by file, must not be met half gone by a start that still has the list of its
 * moves: it is no new house from one step to the next, and the list with it no list. Throws StoreFailed 'half-restored'.
 */
async function letGo(files: Files, folder: string): Promise<void> {
  const given = join(folder, `${givenUp}${createIds().next('')}`)
  const list = join(folder, movesFile)
  // Without a list it is no more than rubbish, however much of it there is.
  if (await isThere(list))
    await notHalf(folder, async () => {
      await rename(join(folder, restoringFolder), given)
      await syncFolder(folder)
      await files.remove(list)
    })
  // What cannot be deleted goes as every earlier house does, or with the next restore.
  for (const left of [given, join(folder, restoringFolder)])
    await rm(left, { recursive: true, force: true }).catch((error: unknown) => {
      if (!isSystemError(error)) throw error
    })
}

const givenUp = `${earlierHouse}given-up-`

/** Adds what is known elsewhere to what the backup itself knows of who is gone. Answers how many are to go again. */
async function forgetIn(files: Files, fresh: string, elsewhere: readonly string[]): Promise<number> {
  const lists = await Promise.all(elsewhere.map(path => readGone(files, path)))
  const own = await readGone(files, join(fresh, goneFile))
  // What the house in it still owed it knows, and it is not done all the same.
  const owed = await readGone(files, join(fresh, goneAgainFile))
  const again = together([owed, without(together(lists), own)])
  if (countGone(again) === 0) return 0
  await writeGone(files, join(fresh, goneFile), together([own, again]))
  await writeGone(files, join(fresh, goneAgainFile), again)
  return countGone(again)
}

const lockFolder = 'lock'

/** Backups of the house are needed once more where the wrong one was chosen. */
const notMoved: ReadonlySet<string> = new Set(['lost+found', lockFolder, backupsFolder, logsFolder])

/** What makes it a house, or something else's folder. */
const partsOf = async (files: Files, folder: string): Promise<string[]> =>
  (await files.list(folder)).filter(name => !notMoved.has(name) && !name.startsWith('.'))

/** In the data folder, while parts of two houses are on the move. */
const movesFile = '.moves.json'
/** Within the data folder. */
const Moves = v.array(v.tuple([v.string(), v.string()]))
type Moves = readonly (readonly [from: string, to: string])[]

/**
 * All or none: a move that fails is followed by those before it, backwards; one that a power cut kept from it, at the next
 * start. Without the folder that they come from the list of them is only a list. Throws StoreFailed 'half-restored'
 * where it is neither all nor none, or nobody knows whether the disk has it.
 */
async function moveAll(files: Files, folder: string, moves: Moves): Promise<void> {
  await files.replace(join(folder, movesFile), JSON.stringify(moves))
  const done: [from: string, to: string][] = []
  try {
    for (const [from, to] of moves) {
      await rename(join(folder, from), join(folder, to))
      done.push([from, to])
    }
  } catch (error) {
    await notHalf(folder, async () => {
      for (const [from, to] of done.reverse()) await rename(join(folder, to), join(folder, from))
      await syncMoved(folder, moves)
    })
    throw error
  }
  await notHalf(folder, () => endMoves(files, folder, moves))
}

/** Parts of two houses in the folder: no hub may open them, and `finishRestore` brings the new one in. */
export const isHalfRestored = (error: unknown): boolean =>
  error instanceof StoreFailed && error.code === 'half-restored'

const notHalf = (folder: string, act: () => Promise<void>): Promise<void> =>
  act().catch((error: unknown) => {
    throw new StoreFailed('half-restored', folder, String(error), { cause: error })
  })

/**
 * Where a power cut met a house half put back, the rest of it follows; where the restore was given up, nothing does. Throws
 * StoreFailed 'locked' while another does so.
 */
export async function finishRestore(files: Files, folder: string): Promise<void> {
  if (!(await files.read(join(folder, movesFile)))) return
  const lock = await acquireLock({ files, folder: join(folder, lockFolder), ids: createIds() })
  try {
    if (!(await isThere(join(folder, restoringFolder)))) return await files.remove(join(folder, movesFile))
    const content = await files.read(join(folder, movesFile))
    const moves = v.parse(v.pipe(v.string(), v.parseJson(), Moves), content?.toString('utf8') ?? '[]')
    // A part of the new house bears the name of the old one that made way for it.
    for (const [from, to] of moves)
      if ((await isThere(join(folder, from))) && !(await isThere(join(folder, to))))
        await rename(join(folder, from), join(folder, to))
    await endMoves(files, folder, moves)
    await rm(join(folder, restoringFolder), { recursive: true, force: true })
  } finally {
    await lock.release()
  }
}

async function endMoves(files: Files, folder: string, moves: Moves): Promise<void> {
  await syncMoved(folder, moves)
  await files.remove(join(folder, movesFile))
}

async function syncMoved(folder: string, moves: Moves): Promise<void> {
  for (const one of new Set(moves.flat().map(name => dirname(name)))) await syncFolder(join(folder, one))
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

const isSystemError = (error: unknown): error is Error & { readonly code: unknown } =>
  error instanceof Error && 'syscall' in error && 'code' in error
