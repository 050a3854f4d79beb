/**
 * Whom the house erased: their opaque ids, in the house and beside its backups, so that a backup from before forgets them
 * again when it is put back. Nothing else is known of them, and the ids lead nowhere.
 */
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { type Files, StoreFailed } from '../ports.ts'

/** In the data folder: all who were erased so far. */
export const erasedFile = 'erased.json'
/** In the data folder of a house that was put back: who is to be erased once more. */
export const eraseAgainFile = 'erase-again.json'
/** In a folder of backups. */
export const besideBackups = 'changming-erased.json'

const List = v.strictObject({ format: v.literal(1), members: v.array(Id) })

/** None where there is no file. Throws StoreFailed for one that nobody can read: whom it names must not come back unseen. */
export async function readErased(files: Pick<Files, 'read'>, path: string): Promise<readonly Id[]> {
  const content = await files.read(path)
  if (!content) return []
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), List), content.toString('utf8'))
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a list of erased members')
  return parsed.output.members
}

export async function writeErased(files: Pick<Files, 'replace'>, path: string, members: Iterable<Id>): Promise<void> {
  await files.replace(path, JSON.stringify({ format: 1, members: [...new Set(members)] } satisfies List))
}
type List = v.InferOutput<typeof List>

/** Nothing is written where all of them are there already. */
export async function addErased(files: Files, path: string, more: readonly Id[]): Promise<void> {
  const known = new Set(await readErased(files, path))
  if (more.some(id => !known.has(id))) await writeErased(files, path, [...known, ...more])
}
