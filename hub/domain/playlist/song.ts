/** One song of the catalogue. */
import * as v from 'valibot'
import { Id } from '../../../shared/protocol/primitives.ts'

export const Song = v.strictObject({
  id: Id,
  title: v.string(),
  artist: v.string(),
  /** zh, yue, nan, en, ja, ko … or '' when nobody says. */
  language: v.string(),
  lengthMs: v.exactOptional(v.number()),
  /** Higher is sung more in this house. */
  popularity: v.number(),
  /** When it came into the house, ms since the epoch, where somebody says. */
  addedAt: v.exactOptional(v.number()),
  /** Not to be sung here. */
  blocked: v.exactOptional(v.boolean()),
})
export type Song = v.InferOutput<typeof Song>
