/** Whether there is anything to do for the backups in a folder since members were erased. */
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { backupsIn } from './names.ts'

/** In a folder of backups. */
export const rewrittenFile = 'changming-rewritten.json'

/** `members`: of whom none of the backups that lay there when they were erased holds anything any more, `but` those of these names. */
export interface Done {
  readonly members: readonly Id[]
  readonly but: readonly string[]
}

/** What this program wrote before it knew of names has more lists, all of them empty. */
const Done = v.object({ format: v.literal(1), members: v.array(Id), but: v.optional(v.array(v.string()), []) })

const nothing: Done = { members: [], but: [] }

/** Of a damaged one, which `unknown` is told of, nothing is known: it costs a look at all of them. Throws StoreFailed. */
export async function readDone(
  files: Pick<Files, 'read'>,
  folder: string,
  unknown: (reason: StoreFailed) => void = () => undefined,
): Promise<Done> {
  const path = join(folder, rewrittenFile)
  const content = await files.read(path)
  if (!content) return nothing
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Done), content.toString('utf8'))
  if (parsed.success) return parsed.output
  unknown(new StoreFailed('unreadable', path, 'does not say of whom backups hold nothing'))
  return nothing
}

export async function writeDone(files: Pick<Files, 'replace'>, folder: string, { members, but }: Done): Promise<void> {
  await files.replace(
    join(folder, rewrittenFile),
    JSON.stringify({ format: 1, members, ...(but.length > 0 && { but }) }),
  )
}

/** Of `members` those whom backups in `folder` may still hold; nobody where there are none. Throws StoreFailed. */
export async function stillHeld(
  files: Pick<Files, 'read'>,
  folder: string,
  members: readonly Id[],
  unknown?: (reason: StoreFailed) => void,
): Promise<readonly Id[]> {
  const there = members.length === 0 ? [] : await backupsIn(folder)
  if (there.length === 0) return []
  const { members: out, but } = await readDone(files, folder, unknown)
  if (there.some(({ path }) => but.includes(basename(path)))) return members
  return members.filter(id => !out.includes(id))
}
