/** The backups that the house could be put back from, wherever they lie. What is called otherwise is none of them. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupLabel, readName } from './names.ts'

export interface FoundBackup {
  readonly name: string
  readonly path: string
  readonly label: BackupLabel
  /** By its name: a file that was copied to a stick is younger than what is in it. */
  readonly madeAt: number
  readonly bytes: number
}

/** Newest first. A folder that is not there, such as a stick's that was pulled out, holds none. */
export async function findBackups(folders: readonly string[]): Promise<readonly FoundBackup[]> {
  const found = new Map<string, FoundBackup>()
  for (const folder of new Set(folders))
    for (const name of await readdir(folder).catch(() => [])) {
      const said = readName(name)
      const path = join(folder, name)
      const about = said && (await stat(path).catch(() => undefined))
      if (said && about?.isFile() && !found.has(name)) found.set(name, { name, path, ...said, bytes: about.size })
    }
  return [...found.values()].sort((one, other) => other.madeAt - one.madeAt)
}
