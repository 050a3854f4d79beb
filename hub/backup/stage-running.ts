/** Puts the house of a running hub aside: records stand still while each gets its second name, a blink for a small house. */
import { rm } from 'node:fs/promises'
import type { Ids } from '../ports.ts'
import type { Staged } from './door.ts'
import type { HeldFiles } from './held-files.ts'
import { stageHouse } from './stage.ts'

export async function stageRunning(held: Pick<HeldFiles, 'hold'>, folder: string, ids: Ids): Promise<Staged> {
  const release = await held.hold()
  try {
    return stagedAt(await stageHouse(folder, ids.next('b')))
  } finally {
    release()
  }
}

export const stagedAt = (path: string): Staged => ({ path, release: () => rm(path, { recursive: true, force: true }) })
