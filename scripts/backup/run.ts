/** A backup made, or one looked at. */
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { writeArchive } from '../../hub/backup/archive.ts'
import { askToStage, type Staged } from '../../hub/backup/door.ts'
import { noteElsewhere } from '../../hub/backup/elsewhere.ts'
import { addGone, besideBackups, goneFile, readGone, together, without } from '../../hub/backup/gone.ts'
import { type BackupLabel, backupsIn, reserve } from '../../hub/backup/names.ts'
import { rewriteBackup, rewriteBackups } from '../../hub/backup/rewrite.ts'
import { type FreeRoom, freeRoom } from '../../hub/backup/room.ts'
import { backupsFolder, stageHouse } from '../../hub/backup/stage.ts'
import { stagedAt } from '../../hub/backup/stage-running.ts'
import { takeOut } from '../../hub/backup/take-out.ts'
import { type BackupHolds, verifyBackup } from '../../hub/backup/verify.ts'
import { passingOver } from '../../hub/documents/records.ts'
import { type Files, StoreFailed } from '../../hub/ports.ts'
import { syncFolder } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { whyNot } from './say.ts'
import { hubRuns, insideHouse, noBackups, noHouse, notRewritten } from './words.ts'

export interface Made {
  readonly path: string
  readonly holds: BackupHolds
  /** Of the file. */
  readonly bytes: number
  /** Paths of older ones that were removed. */
  readonly removed: readonly string[]
}

/**
 * `checking` is called when it is written and before it is read again. Throws; then nothing new is left in `to`, but a good one
 * beside an older one that could not be removed.
 */
export async function makeBackup(options: {
  readonly files: Files
  readonly data: string
  readonly to: string
  readonly elsewhere?: boolean
  readonly label: BackupLabel
  readonly keep: number | undefined
  readonly now: number
  /** Of this software. */
  readonly version: string
  readonly progress: (done: number, of: number) => void
  readonly checking: () => void
}): Promise<Made> {
  const { files, data, to, elsewhere = false, label, keep, now, version, progress, checking } = options
  if (!(await files.read(join(data, 'venue.json')))) throw new Error(noHouse(data))
  if (isInside(data, to) && to !== join(data, backupsFolder)) throw new Error(insideHouse(to))
  await mkdir(to, { recursive: true, mode: 0o700 })
  // Before anything lies there: what a power cut or a full disk leaves is not to lie where nobody knows of it.
  if (elsewhere) await noteElsewhere(files, data, to)
  const { part, path } = await reserve(to, label, now)
  let made: Omit<Made, 'removed'>
  try {
    const goneThen = await readGone(files, join(data, goneFile))
    const staged = (await askToStage(data)) ?? (await stageClosed(files, data))
    try {
      // Erased a moment ago, they lie beside their end until the next checkpoint.
      await takeOut(files, staged.path, goneThen.members, () => undefined).catch(passingOver(() => undefined))
      await writeArchive({ staged: staged.path, path: part, hub: version, at: now, progress })
    } finally {
      await staged.release()
    }
    checking()
    const holds = await verifyBackup(part)
    await rename(part, path)
    const gone = await readGone(files, join(data, goneFile))
    await addGone(files, join(to, besideBackups), gone)
    await syncFolder(to)
    // Who rewrote the others when somebody was erased just now may have looked before this one had its name.
    const since = without(gone, goneThen).members
    // What is damaged in the house is so in it, and is told of with it.
    if (since.length > 0) await rewriteBackup(files, path, since).catch(passingOver(() => undefined))
    const { size: bytes } = await stat(path)
    made = { path, holds, bytes }
  } catch (error) {
    await Promise.all([part, path].map(left => rm(left, { force: true })))
    throw error
  }
  return { ...made, removed: keep === undefined ? [] : await removeOlder(to, label, keep) }
}

/**
 * Of the backups in `to`, by what the house in `data` and the list beside them know; answers how many. `afresh`: also of those that
 * are known to hold nobody. Throws while any still holds somebody.
 */
export async function rewriteOld(options: {
  readonly files: Files
  readonly data: string
  readonly to: string
  readonly afresh?: boolean
  readonly free?: FreeRoom
}): Promise<number> {
  const { files, data, to, afresh = false, free = freeRoom } = options
  // Of another folder than the house's nobody is known to be gone, and where no backup lies there is nothing to take them out of.
  if (!(await files.read(join(data, 'venue.json')))) throw new Error(noHouse(data))
  if ((await backupsIn(to)).length === 0) throw new Error(noBackups(to))
  const gone = together([await readGone(files, join(data, goneFile)), await readGone(files, join(to, besideBackups))])
  const { rewritten, failed } = await rewriteBackups(files, to, gone.members, { afresh, free })
  const [first] = failed
  if (!first) return rewritten
  const reasons = new Map<string, string[]>()
  for (const { name, error } of failed) {
    const why = whyNot(error)
    reasons.set(why, [...(reasons.get(why) ?? []), name])
  }
  throw new Error([...reasons].map(([why, names]) => notRewritten(names, why)).join('\n'), { cause: first.error })
}

/** Its own backups, or those of a year, in every later one. */
const isInside = (data: string, to: string): boolean => `${to}${sep}`.startsWith(`${data}${sep}`)

/** No hub runs: nothing changes while the lock is ours. */
async function stageClosed(files: Files, data: string): Promise<Staged> {
  const ids = createIds()
  const lock = await acquireLock({ files, folder: join(data, 'lock'), ids }).catch(error => {
    throw error instanceof StoreFailed && error.code === 'locked' ? new Error(hubRuns) : error
  })
  try {
    return stagedAt(await stageHouse(data, ids.next('b')))
  } finally {
    await lock.release()
  }
}

/** Those made by hand are no night's. */
async function removeOlder(folder: string, label: BackupLabel, keep: number): Promise<string[]> {
  const older = (await backupsIn(folder, label)).slice(0, -keep).map(({ path }) => path)
  for (const path of older) await rm(path, { force: true })
  return older
}
