/** One song of the catalogue. */
import * as v from 'valibot'
import { Id } from '../../../shared/protocol/primitives.ts'
import type { SongRef } from './events.ts'

export const Song = v.strictObject({
  id: Id,
  /** What the venue's list and its files call it, where that is not the id: the list was numbered anew. */
  number: v.exactOptional(v.string()),
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

export const refOf = ({ id, number, title, artist, lengthMs }: Song): SongRef => ({
  song: id,
  ...(number !== undefined && { number }),
  title,
  artist,
  ...(lengthMs !== undefined && { lengthMs }),
})
