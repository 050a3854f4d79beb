/** Cards and member codes at the desk, and how a reader writes cards. Cards are named by opaque ids, never by their numbers. */
import * as v from 'valibot'
import { technologies } from '../cards/formats.ts'
import { Id } from '../primitives.ts'

/** As it stands on the card, with what is printed for the eye. */
const PrintedNumber = v.pipe(v.string(), v.regex(/^[\x20-\x7e，]{4,64}$/))

/** A card that was touched for this person (query ReadCard), or a number typed off it. */
export const CardSource = v.union([v.strictObject({ read: Id }), v.strictObject({ printed: PrintedNumber })])
export type CardSource = v.InferOutput<typeof CardSource>

export const AddCard = v.strictObject({ type: v.literal('AddCard'), member: Id, from: CardSource })
/** A lost card: refused from this second on. */
export const BlockCard = v.strictObject({ type: v.literal('BlockCard'), member: Id, card: Id })
/** It was found again. */
export const UnblockCard = v.strictObject({ type: v.literal('UnblockCard'), member: Id, card: Id })
/** The old one is refused from the second in which the new one works. */
export const ReplaceCard = v.strictObject({ type: v.literal('ReplaceCard'), member: Id, card: Id, from: CardSource })
/** The member's code of before is nobody's from this second on. */
export const RenewCode = v.strictObject({ type: v.literal('RenewCode'), member: Id })

/** The reader, or the kiosk into whose page it types, learns its format from cards whose printed numbers are known. */
export const SetCardFormat = v.strictObject({
  type: v.literal('SetCardFormat'),
  device: Id,
  samples: v.pipe(v.array(v.strictObject({ read: Id, printed: PrintedNumber })), v.minLength(1), v.maxLength(4)),
  /** What a person knows the cards to be. */
  technology: v.exactOptional(v.picklist(technologies)),
})
