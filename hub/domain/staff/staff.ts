/** A person who works here. */
import * as v from 'valibot'
import { Id, LocalizedText } from '../../../shared/protocol/primitives.ts'
import { roles } from '../../../shared/protocol/words.ts'

export const Staff = v.strictObject({
  id: Id,
  /** What guests read: 小陈. */
  name: LocalizedText,
  role: v.picklist(roles),
  /** Floors they look after; empty: all. */
  zone: v.array(v.number()),
  /** scrypt hash and salt, base64url; the pepper is elsewhere. */
  pin: v.strictObject({ salt: v.string(), hash: v.string() }),
  /** Works here no more: known by name where history refers to them. */
  gone: v.exactOptional(v.literal(true)),
})
export type Staff = v.InferOutput<typeof Staff>
