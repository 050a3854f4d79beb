/** Reads a file of songs beside the catalogue that is sung, and writes down the one that it would be. */
import * as v from 'valibot'
import type { SongPlan } from '../../shared/protocol/song-import.ts'
import type { Documents } from '../ports.ts'
import { planSongs } from '../song-import/plan.ts'
import { Songs } from './catalogue.ts'

export const SongFileAsked = v.strictObject({
  bytes: v.instance(Uint8Array),
  /** Documents: what is sung now, and what it would be. */
  present: v.string(),
  into: v.string(),
  absent: v.picklist(['keep', 'drop']),
})
export type SongFileAsked = v.InferOutput<typeof SongFileAsked>

export async function readSongFile(
  documents: Documents,
  { bytes, present, into, absent }: SongFileAsked,
): Promise<SongPlan> {
  const parse = (raw: unknown) => v.parse(Songs, raw)
  const { value } = await documents.open(present, parse, () => [])
  const { plan, songs } = planSongs(bytes, value, absent)
  if (songs) {
    const document = await documents.open<readonly v.InferOutput<typeof Songs>[number][]>(into, parse, () => [])
    await document.save(songs)
  }
  return plan
}
