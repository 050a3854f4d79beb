/**
 * Where the house was copied to by hand, outside the folders that the hub looks after: a stick, another machine's disk. Nobody but
 * a person gets at those, and only this list tells them where to look.
 */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { passingOver } from '../documents/records.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { backupsIn } from './names.ts'
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
  // A list that nobody can read keeps no house from being copied.
  const known = (await read(files, folder).catch(passingOver(() => undefined))) ?? []
  if (known.includes(to)) return
  await write(files, folder, [...known, to])
}

const write = (files: Files, folder: string, folders: readonly string[]) =>
  files.replace(join(folder, elsewhereFile), JSON.stringify({ format: 1, folders }))

/** A house that is put back knows of copies that were made since as well. A list that nobody can read keeps none from being put back. */
export async function noteSince(files: Files, since: string, fresh: string): Promise<void> {
  const [known = [], later = []] = await Promise.all(
    [fresh, since].map(folder => read(files, folder).catch(passingOver(() => undefined))),
  )
  const folders = [...new Set([...known, ...later])]
  if (folders.length > known.length) await write(files, fresh, folders)
}

/** Those in which these members may still be: where backups can be looked at and hold nobody of them is not among them. */
export async function heldElsewhere(files: Files, folder: string, members: readonly Id[]): Promise<readonly string[]> {
  const held: string[] = []
  for (const one of await read(files, folder)) if (!(await holdsNobody(files, one, members))) held.push(one)
  return held
}

/** A disk that is not mounted looks like a folder with nothing in it; what cannot be looked at may hold them, and hides no other. */
const holdsNobody = (files: Files, folder: string, members: readonly Id[]): Promise<boolean> =>
  backupsIn(folder)
    .then(async found => found.length > 0 && (await stillHeld(files, folder, members)).length === 0)
    .catch(() => false)
