/** The bounded values that everything on the wire is built from. */
import * as v from 'valibot'

/** Opaque id: a short prefix, then letters, digits, dots and dashes. Looked up in Maps, never used as an object key. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-zA-Z0-9._-]{0,47}$/))

/** The number of a tap in its outbox. */
export const TapNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export type Id = v.InferOutput<typeof Id>

/** Ms since the epoch, on the hub's clock. */
export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000))

/** Minor currency units (fen, cents). */
export const Money = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000_000))

export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99))

export const Minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(24 * 60))

// Controls, bidirectional overrides and fillers could make one name look like another, or like none. An emoji keeps its colour.
const hidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!(?<=\p{Extended_Pictographic})\ufe0f)\p{Default_Ignorable_Code_Point}/gu

// Marks without a letter stand on what is written before the name, and many of them on the line above it.
const loose = /^[\p{Mn}\p{Me}\s]+/u
const piled = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu

const seen = (text: string): string =>
  text.normalize('NFC').replace(hidden, '').replace(loose, '').replace(piled, '$1').trim()

/** Nothing of it would be seen. */
export const isBlank = (text: string): boolean => seen(text) === ''

/** What a person typed: trimmed, invisible characters removed, at most `max` characters, not empty. */
export const typedText = (max: number) =>
  v.pipe(v.string(), v.maxLength(max * 4), v.transform(seen), v.minLength(1), v.maxLength(max))

/** Six digits. Never stored, logged or put in an outbox. */
export const Pin = v.pipe(v.string(), v.regex(/^\d{6}$/))

/** What a card reader or scanner sent: printable ASCII, leading zeros kept. */
export const Credential = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{4,128}$/))

export const PhoneNumber = v.pipe(v.string(), v.regex(/^\d{5,15}$/))

/** A person's or thing's name in the languages it has; zh-Hans is always there. */
export const LocalizedText = v.strictObject({
  zhHans: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  zhHant: v.exactOptional(v.pipe(v.string(), v.maxLength(120))),
  en: v.exactOptional(v.pipe(v.string(), v.maxLength(160))),
})
export type LocalizedText = v.InferOutput<typeof LocalizedText>
