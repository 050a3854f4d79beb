/** A person who works here. */
import * as v from 'valibot'
import { Id, LocalizedText } from '../../../shared/protocol/primitives.ts'
import { roles } from '../../../shared/protocol/words.ts'

/** How PINs were ever hashed: the logarithm of N, r and p of scrypt. The last is how they are now; none is ever taken out. */
export const pinWays = ['scrypt-15-8-3'] as const
export type PinWay = (typeof pinWays)[number]

export const Staff = v.strictObject({
  id: Id,
  /** What guests read: 小陈. */
  name: LocalizedText,
  role: v.picklist(roles),
  /** Floors they look after; empty: all. */
  zone: v.array(v.number()),
  /** Hash and salt, base64url; the pepper is elsewhere. Rows from before `way` was written are of the first. */
  pin: v.strictObject({ salt: v.string(), hash: v.string(), way: v.exactOptional(v.picklist(pinWays)) }),
  /** Who set it for them and may know it: an owner may be made a manager. Absent where that is nobody, or was before it was written. */
  pinFrom: v.exactOptional(Id),
  /** Works here no more: known by name where history refers to them. */
  gone: v.exactOptional(v.literal(true)),
})
export type Staff = v.InferOutput<typeof Staff>
