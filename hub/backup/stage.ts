/**
 * A whole data folder at one moment, put aside within it. Records are whole files that are only ever replaced, so a second
 * name for each (a hard link) keeps it as it is now, whatever comes later. The journal is written in place: it is copied.
 *
 * While records stay as they are (see {@link createHeldFiles}) this is what a power cut would leave, plus perhaps some
 * later facts that commit nothing which is not there; and from what a power cut leaves the hub starts.
 */
import { copyFile, link, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failureOf } from '../system/files.ts'
import { systemCode } from '../system/system-code.ts'

/** Inside the data folder; nothing in them is part of the house. */
const stagedFolder = 'staged'
export const backupsFolder = 'backups'
export const logsFolder = 'logs'
const notTheHouse: ReadonlySet<string> = new Set([
  stagedFolder,
  backupsFolder,
  logsFolder,
  'lock',
  'lost+found',
  'making',
])

/** `name`: of the new folder under `staged/`. Answers its path. Throws StoreFailed. */
export async function stageHouse(folder: string, name: string): Promise<string> {
  const into = join(folder, stagedFolder, name)
  try {
    await mkdir(into, { recursive: true, mode: 0o700 })
    const parts = (await readdir(folder)).filter(part => !notTheHouse.has(part))
    for (const part of parts.filter(part => part !== 'journal'))
      await copyPart(join(folder, part), join(into, part), copyByLink)
    // Last: what it holds then may be younger than the records, never older.
    if (parts.includes('journal')) await copyPart(join(folder, 'journal'), join(into, 'journal'), copyFile)
    return into
  } catch (error) {
    await rm(into, { recursive: true, force: true })
    throw failureOf(into, error)
  }
}

/** What an interrupted backup left. */
export const clearStaged = (folder: string): Promise<void> =>
  rm(join(folder, stagedFolder), { recursive: true, force: true })

/** Files and folders of files; nothing half written, and nothing that is neither (a hub's own door). */
async function copyPart(from: string, to: string, copy: (from: string, to: string) => Promise<void>): Promise<void> {
  if (basename(from).startsWith('.') || from.endsWith('.tmp')) return
  const about = await lstat(from)
  if (about.isFile()) await copy(from, to)
  if (!about.isDirectory()) return
  await mkdir(to, { mode: 0o700 })
  for (const name of await readdir(from)) await copyPart(join(from, name), join(to, name), copy)
}

/** A file system without second names (a USB stick's) gets a copy. */
async function copyByLink(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EMLINK'].includes(systemCode(error) ?? '')) throw error
    await copyFile(from, to)
  }
}
