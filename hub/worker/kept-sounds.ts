/** How texts sound, kept on the disk by their text: a copy of what can be spelled again, which takes longer than to read it. */
import { dirname } from 'node:path'
import * as v from 'valibot'
import { type Files, isFailedWrite } from '../ports.ts'
import type { Sound } from './pinyin.ts'

/** Bumped when spelling changes. */
const spelling = 3
const Kept = v.object({
  spelling: v.literal(spelling),
  sounds: v.record(v.string(), v.tuple([v.string(), v.string()])),
})

/** Of what is damaged, or was spelled otherwise, nothing. */
export async function readSounds(files: Files, path: string): Promise<Map<string, Sound>> {
  const content = await files.read(path)
  const kept = content && v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), content.toString('utf8'))
  if (!kept?.success) return new Map()
  return new Map(Object.entries(kept.output.sounds).map(([text, [initials, full]]) => [text, { initials, full }]))
}

export async function keepSounds(files: Files, path: string, sounds: ReadonlyMap<string, Sound>): Promise<void> {
  const rows = [...sounds].map(([text, { initials, full }]) => [text, [initials, full]])
  try {
    await files.makeFolder(dirname(path))
    await files.replace(path, JSON.stringify({ spelling, sounds: Object.fromEntries(rows) }))
  } catch (error) {
    // Spelled again at the next start. A disk that takes nothing the hub finds out where it matters.
    if (!isFailedWrite(error)) throw error
  }
}
