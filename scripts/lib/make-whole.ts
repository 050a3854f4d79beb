/**
 * A house is made in a folder of its own inside the data folder, which may be a mount or a link, and moved up when it is whole:
 * whoever is killed while making one leaves no half of it that passes for a house. While that folder is there no hub has
 * started yet, and what was interrupted is made anew.
 */
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../hub/files.ts'
import type { Files } from '../../hub/ports.ts'

const making = 'making'

/** Whether something is in the folder already that must not be written over. */
export async function holdsHouse(files: Pick<Files, 'list'>, folder: string): Promise<boolean> {
  const found = await namesIn(files, folder)
  const house = found.filter(name => name !== making)
  // An empty one was not cleared away any more: all that was made has moved up.
  const whole = house.length === found.length || (await files.list(join(folder, making))).length === 0
  return house.length > 0 && whole
}

/** For a folder that holds none. What `make` answers; rejects as it does, and as the disk does. */
export async function makeWhole<T>(files: Files, folder: string, make: (inside: string) => Promise<T>): Promise<T> {
  const inside = join(folder, making)
  for (const name of await namesIn(files, folder)) await rm(join(folder, name), { recursive: true })
  await files.makeFolder(inside)
  const made = await make(inside)
  for (const name of await readdir(inside)) await rename(join(inside, name), join(folder, name))
  await syncFolder(folder)
  await rm(inside, { recursive: true })
  await syncFolder(folder)
  return made
}

/** Without what a file system of its own puts there, and what a person hid. */
const namesIn = async (files: Pick<Files, 'list'>, folder: string): Promise<readonly string[]> =>
  (await files.list(folder)).filter(name => name !== 'lost+found' && !name.startsWith('.'))
