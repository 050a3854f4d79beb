/** A backup made, or one looked at. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeArchive } from '../../hub/backup/archive.ts'
import { askToStage, type Staged } from '../../hub/backup/door.ts'
import { stampOf } from '../../hub/backup/restore.ts'
import { stageHouse } from '../../hub/backup/stage.ts'
import { stagedAt } from '../../hub/backup/stage-running.ts'
import { type BackupHolds, verifyBackup } from '../../hub/backup/verify.ts'
import { createIds } from '../../hub/ids.ts'
import { acquireLock } from '../../hub/lock.ts'
import { type Files, StoreFailed } from '../../hub/ports.ts'
import { hubRuns, noHouse } from './words.ts'

export interface Made {
  readonly path: string
  readonly holds: BackupHolds
  /** Of the file. */
  readonly bytes: number
  /** Paths of older ones that were removed. */
  readonly removed: readonly string[]
}

/** `checking` is called when it is written and before it is read again. Throws; then nothing new is left in `to`. */
export async function makeBackup(options: {
  readonly files: Files
  readonly data: string
  readonly to: string
  readonly keep: number | undefined
  readonly now: number
  /** Of this software. */
  readonly version: string
  readonly progress: (done: number, of: number) => void
  readonly checking: () => void
}): Promise<Made> {
  const { files, data, to, keep, now, version, progress, checking } = options
  if (!(await files.read(join(data, 'venue.json')))) throw new Error(noHouse(data))
  await mkdir(to, { recursive: true, mode: 0o700 })
  const path = join(to, `${prefix}${stampOf(now)}${suffix}`)
  const staged = (await askToStage(data)) ?? (await stageClosed(files, data))
  try {
    await writeArchive({ staged: staged.path, path, hub: version, at: now, progress })
  } finally {
    await staged.release()
  }
  checking()
  try {
    const holds = await verifyBackup(path)
    const { size: bytes } = await stat(path)
    return { path, holds, bytes, removed: keep === undefined ? [] : await removeOlder(to, keep) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

const prefix = 'changming-'
const suffix = '.tar.gz'

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

/** Names carry their time, so that their order is that of their age. */
async function removeOlder(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => name.startsWith(prefix) && name.endsWith(suffix)).sort()
  const older = names.slice(0, -keep).map(name => join(folder, name))
  for (const path of older) await rm(path)
  return older
}
