/** The way from each version of the data folder to the next. What a step did already it finds done: it may be interrupted. */
import { join } from 'node:path'
import * as v from 'valibot'
import { Member } from '../domain/member/member.ts'
import { type Files, StoreFailed } from '../ports.ts'

type Step = (files: Files, folder: string) => Promise<void>

export const steps: readonly Step[] = [toVersion2]

/** Cards are known by what they are, and a menu says the words of its tags. */
async function toVersion2(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(join(folder, 'members')))
    await rewrite(files, join(folder, 'members', name), Shard, ({ rows }) => ({
      rows: rows.map(({ id, versions }) => ({
        id,
        versions: versions.map(({ rev, value }) => ({
          rev,
          ...(value !== undefined && { value: v.parse(Member, value) }),
        })),
      })),
    }))
  await rewrite(files, join(folder, 'menu.json'), Menu, menu => ({ ...menu, tags: menu.tags ?? [] }))
}

const Shard = v.strictObject({
  rows: v.array(
    v.strictObject({
      id: v.string(),
      versions: v.array(v.strictObject({ rev: v.number(), value: v.exactOptional(v.unknown()) })),
    }),
  ),
})
const Menu = v.looseObject({ tags: v.exactOptional(v.unknown()) })

/** Throws StoreFailed 'unreadable' for what is no such document. */
async function rewrite<T>(
  files: Files,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  change: (value: T) => T,
): Promise<void> {
  const content = await files.read(path)
  if (!content) return
  const Envelope = v.strictObject({ version: v.literal(1), value: schema })
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Envelope), content.toString('utf8'))
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a document: restore data/ from the backup')
  try {
    const text = JSON.stringify({ version: 1, value: change(parsed.output.value) })
    if (text !== content.toString('utf8')) await files.replace(path, text)
  } catch (error) {
    if (!v.isValiError(error)) throw error
    throw new StoreFailed('unreadable', path, error.message, { cause: error })
  }
}
