/**
 * Backups without the members whom the house has erased since: each is unpacked, they are taken out, and what is packed anew
 * takes the old one's place once it was verified. A power cut leaves the old one or the new one.
 */
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Files, StoreFailed } from '../ports.ts'
import { syncFolder } from '../system/files.ts'
import { createIds } from '../system/ids.ts'
import { acquireLock } from '../system/lock.ts'
import { type Manifest, readArchive, writeArchive } from './archive.ts'
import { backupsIn, partOf } from './names.ts'
import { type FreeRoom, requireRoom } from './room.ts'
import { readDone, writeDone } from './still-held.ts'
import { takeOut } from './take-out.ts'
import { trialBegins, verifyBackup } from './verify.ts'

const workBegins = '.rewriting-'
/** In the folder of backups. */
export const rewritingLock = '.rewriting'
/** What was cut short leaves a whole house behind. Whoever still writes one needs no day for it. */
const leftMs = 24 * 60 * 60_000

/**
 * Answers whether it held anything of them; if not it stays as it is. Throws; then as well, but at a document in it that is damaged:
 * the others are rewritten, and nobody knows of that one. `begins`: the name of what is unpacked.
 */
export async function rewriteBackup(
  files: Files,
  path: string,
  members: readonly Id[],
  begins = trialBegins,
): Promise<boolean> {
  const work = await mkdtemp(join(dirname(path), begins))
  try {
    const house = join(work, 'house')
    await mkdir(house)
    const { hub, at } = await readArchive(path, async (name, content) => {
      await mkdir(dirname(join(house, name)), { recursive: true })
      await writeFile(join(house, name), content, { mode: 0o600 })
    })
    const damaged: StoreFailed[] = []
    const held = await takeOut(files, house, members, reason => damaged.push(reason))
    if (held) await replaceBy(house, path, { work, hub, at })
    // Out of the others they are.
    if (damaged[0]) throw damaged[0]
    return held
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** `work`: a folder beside it. */
async function replaceBy(
  house: string,
  path: string,
  { work, hub, at }: { readonly work: string } & Pick<Manifest, 'hub' | 'at'>,
): Promise<void> {
  const fresh = join(work, basename(path))
  await writeFile(fresh, '', { mode: 0o600 })
  await writeArchive({ staged: house, path: fresh, hub, at, progress: () => undefined })
  await verifyBackup(fresh)
  // Which are the newest goes by their age.
  const { atime, mtime } = await stat(path)
  await utimes(fresh, atime, mtime)
  await rename(fresh, path)
  await syncFolder(dirname(path))
}

/** `failed`: names of those that hold what they held, or do so in a document that is damaged; with why. */
export interface Rewritten {
  readonly rewritten: number
  readonly failed: readonly { readonly name: string; readonly error: unknown }[]
}

/**
 * Those in `folder` that may hold one of `members`: where nobody else went since, only what failed before; or, `afresh`, all of them.
 * None is touched for which the disk has no room. Throws StoreFailed, 'locked' while another does so.
 */
export async function rewriteBackups(
  files: Files,
  folder: string,
  members: readonly Id[],
  { afresh = false, free }: { readonly afresh?: boolean; readonly free: FreeRoom },
): Promise<Rewritten> {
  const lock = await acquireLock({ files, folder: join(folder, rewritingLock), ids: createIds() })
  try {
    await clearLeft(folder)
    const done = await readDone(files, folder)
    const all = afresh || members.some(id => !done.members.includes(id))
    const there = await backupsIn(folder)
    const owed = new Map(there.map(({ path }) => [basename(path), path]))
    if (!all) for (const name of owed.keys()) if (!done.but.includes(name)) owed.delete(name)
    // One at a time: whoever is killed over it need not begin anew.
    const keep = () =>
      writeDone(files, folder, { members: [...new Set([...done.members, ...members])], but: [...owed.keys()] })
    if (owed.size > 0 || done.but.length > 0) await keep()
    let rewritten = 0
    const failed: { name: string; error: unknown }[] = []
    for (const [name, path] of [...owed]) {
      try {
        await requireRoom(path, free)
        if (await rewriteBackup(files, path, members, workBegins)) rewritten++
        owed.delete(name)
      } catch (error) {
        // Too old to be kept, it went meanwhile.
        if (await stat(path).catch(() => undefined)) failed.push({ name, error })
        else owed.delete(name)
      }
      if (!owed.has(name)) await keep()
    }
    return { rewritten, failed }
  } finally {
    await lock.release()
  }
}

/** Under the lock: nobody else rewrites here, but somebody may be making a backup. */
async function clearLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const old = async () => ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now()) < Date.now() - leftMs
    if (name.startsWith(workBegins) || ((name.startsWith(trialBegins) || partOf(name)) && (await old())))
      await rm(path, { recursive: true, force: true })
  }
}
