/**
 * In a house that was put back from a backup: who has gone since goes once more, before anybody is let in. A member who is in
 * the house at that moment goes when they left; the last owner stays until there is another.
 */
import { join } from 'node:path'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Files } from '../ports.ts'
import { countGone, goneAgainFile, readGone, writeGone } from './gone.ts'

export type GoAgain = (command: CommandOf<'EraseAgain' | 'RevokeAgain' | 'RemoveAgain'>) => Promise<Answer>

/** Resolves with how many are still there. Throws StoreFailed. */
export async function goAgain(deps: {
  readonly files: Files
  readonly folder: string
  readonly go: GoAgain
}): Promise<number> {
  const { files, folder, go } = deps
  const path = join(folder, goneAgainFile)
  const wanted = await readGone(files, path)
  if (countGone(wanted) === 0) return 0
  const left = {
    devices: await thoseLeft(wanted.devices, device => go({ type: 'RevokeAgain', device })),
    staff: await thoseLeft(wanted.staff, staff => go({ type: 'RemoveAgain', staff })),
    members: await thoseLeft(wanted.members, member => go({ type: 'EraseAgain', member })),
  }
  const count = countGone(left)
  if (count === 0) await files.remove(path)
  else if (count < countGone(wanted)) await writeGone(files, path, left)
  return count
}

async function thoseLeft(wanted: readonly Id[], go: (id: Id) => Promise<Answer>): Promise<Id[]> {
  const left: Id[] = []
  for (const id of wanted) {
    const answer = await go(id)
    // Nobody of this id: they came after the backup, or had gone in it.
    if (!answer.ok && answer.refusal.refused !== 'unknown') left.push(id)
  }
  return left
}
