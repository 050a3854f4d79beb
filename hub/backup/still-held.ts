/** Whether there is anything to do for the backups in a folder since members were erased. */
import { join } from 'node:path'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Files } from '../ports.ts'
import { readGone } from './gone.ts'
import { backupsIn } from './names.ts'

/** In a folder of backups: the members of whom none of those that lay there when they were erased holds anything any more. */
export const rewrittenFile = 'changming-rewritten.json'

/** Of `members` those whom backups in `folder` may still hold; nobody where there are none. Throws StoreFailed. */
export async function stillHeld(
  files: Pick<Files, 'read'>,
  folder: string,
  members: readonly Id[],
): Promise<readonly Id[]> {
  if (members.length === 0 || (await backupsIn(folder)).length === 0) return []
  const { members: out } = await readGone(files, join(folder, rewrittenFile))
  return members.filter(id => !out.includes(id))
}
