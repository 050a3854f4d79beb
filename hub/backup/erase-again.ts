/**
 * In a house that was put back from a backup: whom it had erased since is erased once more, before anybody is let in. Who is
 * in the house at that moment goes when they left.
 */
import { join } from 'node:path'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Files } from '../ports.ts'
import { eraseAgainFile, readErased, writeErased } from './erased.ts'

/** Resolves with how many are still there. Throws StoreFailed. */
export async function eraseAgain(deps: {
  readonly files: Files
  readonly folder: string
  readonly erase: (member: Id) => Promise<Answer>
}): Promise<number> {
  const { files, folder, erase } = deps
  const path = join(folder, eraseAgainFile)
  const wanted = await readErased(files, path)
  if (wanted.length === 0) return 0
  const left: Id[] = []
  for (const member of wanted) {
    const answer = await erase(member)
    // Nobody of this id: they came after the backup, or were erased in it.
    if (!answer.ok && answer.refusal.refused !== 'unknown') left.push(member)
  }
  if (left.length === 0) await files.remove(path)
  else if (left.length < wanted.length) await writeErased(files, path, left)
  return left.length
}
