/** The demo venue's members, as the venue's own records have them: what they show or type in the lobby. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

const Member = v.object({
  id: v.string(),
  called: v.string(),
  cards: v.array(v.object({ number: v.string(), blocked: v.boolean() })),
  code: v.optional(v.string()),
  phone: v.optional(v.string()),
  welcome: v.boolean(),
  discreet: v.boolean(),
})
const Shard = v.object({
  value: v.object({ rows: v.array(v.object({ versions: v.array(v.object({ value: Member })) })) }),
})

export async function readMembers(): Promise<v.InferOutput<typeof Member>[]> {
  const text = await readFile(join(import.meta.dirname, '../../.cache/journeys-venue/members/m1.json'), 'utf8')
  return v
    .parse(Shard, JSON.parse(text))
    .value.rows.flatMap(({ versions }) => versions.slice(0, 1).map(one => one.value))
}
