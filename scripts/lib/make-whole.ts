/**
 * A house is made in a folder of its own inside the data folder, which may be a mount or a link, and moved up when it is whole:
 * whoever is killed while making one leaves no half of it that passes for a house. Nothing is ever removed but that folder, and
 * only where it says that it is ours.
 */
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../../hub/ports.ts'
import { syncFolder } from '../../hub/system/files.ts'

const making = 'making'
/** Inside it, from the first moment on. */
const ours = '.changming'
/** Inside it, when all of it is there. */
const whole = '.whole'

/** Somebody else was quicker, or is here already. */
export class FolderTaken extends Error {}

/**
 * Whether something is in the folder that must not be written over. What was interrupted is seen to first: moved up where it
 * was whole, else taken away.
 */
export async function isTaken(files: Files, folder: string): Promise<boolean> {
  const inside = join(folder, making)
  const left = await files.list(inside)
  if (left.includes(whole)) await moveUp(files, folder)
  else if (left.includes(ours) || left.length === 0) await rm(inside, { recursive: true, force: true })
  return holds(files, folder, [])
}

/** What `make` answers. Rejects with FolderTaken, as it does, and as the disk does. */
export async function makeWhole<T>(files: Files, folder: string, make: (inside: string) => Promise<T>): Promise<T> {
  // It may be long since somebody looked: questions were answered meanwhile.
  if (await isTaken(files, folder)) throw new FolderTaken(folder)
  const inside = join(folder, making)
  await files.makeFolder(inside)
  await files.replace(join(inside, ours), '')
  const made = await make(inside)
  if (await holds(files, folder, [making])) throw new FolderTaken(folder)
  await files.replace(join(inside, whole), '')
  await moveUp(files, folder)
  return made
}

async function moveUp(files: Files, folder: string): Promise<void> {
  const inside = join(folder, making)
  for (const name of await files.list(inside))
    if (!name.startsWith('.')) await rename(join(inside, name), join(folder, name))
  await syncFolder(folder)
  await rm(inside, { recursive: true })
  await syncFolder(folder)
}

/** Beside what a file system of its own puts there, and what a person hid. */
async function holds(files: Pick<Files, 'list'>, folder: string, but: readonly string[]): Promise<boolean> {
  const names = await files.list(folder)
  return names.some(name => name !== 'lost+found' && !name.startsWith('.') && !but.includes(name))
}
