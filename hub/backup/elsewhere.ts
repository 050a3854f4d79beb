/**
 * Where the house was copied to by hand, outside the folders that the hub looks after: a stick, another machine's disk. Nobody but
 * a person gets at those, and only this list tells them where to look.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { stillHeld } from './still-held.ts'

/** In the data folder. */
const elsewhereFile = 'elsewhere.json'
const Elsewhere = v.strictObject({ format: v.literal(1), folders: v.array(v.string()) })

async function read(files: Pick<Files, 'read'>, folder: string): Promise<readonly string[]> {
  const path = join(folder, elsewhereFile)
  const content = await files.read(path)
  if (!content) return []
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Elsewhere), content.toString('utf8'))
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a list of folders')
  return parsed.output.folders
}

export async function noteElsewhere(files: Files, folder: string, to: string): Promise<void> {
  const known = await read(files, folder)
  if (known.includes(to)) return
  await files.replace(join(folder, elsewhereFile), JSON.stringify({ format: 1, folders: [...known, to] }))
}

/** Those in which these members may still be: what can be looked at and holds nobody of them is not among them. */
export async function heldElsewhere(files: Files, folder: string, members: readonly Id[]): Promise<readonly string[]> {
  const held: string[] = []
  for (const one of await read(files, folder)) {
    const away = await readdir(one).then(
      () => false,
      () => true,
    )
    if (away || (await stillHeld(files, one, members)).length > 0) held.push(one)
  }
  return held
}
