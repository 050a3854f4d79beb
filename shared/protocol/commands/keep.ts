/** What staff ask about bottles that guests leave in the house: 存酒, 取存酒, and what becomes of those nobody fetches. */
import * as v from 'valibot'
import { Id, Instant, Pin } from '../primitives.ts'
import { keepDays, keepExtensions } from '../words.ts'

const Tenths = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10))
const Shelf = v.pipe(v.string(), v.regex(/^[A-Z0-9-]{1,8}$/))

/** Absent where nobody else works. */
const Second = v.exactOptional(v.strictObject({ staff: Id, pin: Pin }))

/**
 * 存酒: `tenths` is what is left in it. Of a party that is here: one of its members', or nobody's by name, whom only the
 * label leads to. Without `visit`: a member's who left it behind. What that party was not brought tonight takes two people.
 */
export const StoreKeep = v.strictObject({
  type: v.literal('StoreKeep'),
  visit: v.exactOptional(Id),
  member: v.exactOptional(Id),
  item: Id,
  tenths: Tenths,
  shelf: Shelf,
  days: v.picklist(keepDays),
  pin: v.exactOptional(Pin),
  second: Second,
})

/** 存酒 by mistake: whoever stored it takes it back soon, while the party is here. */
export const UndoKeep = v.strictObject({ type: v.literal('UndoKeep'), keep: Id })

/** 取存酒, by two people. `had`: what was in it when they looked; sent again after its answer was lost it is not drawn twice. */
export const DrawKeep = v.strictObject({
  type: v.literal('DrawKeep'),
  keep: Id,
  visit: Id,
  tenths: Tenths,
  had: Tenths,
  /** As it was read from the bottle: of nobody's, for a party that did not leave it. */
  label: v.exactOptional(v.pipe(v.string(), v.regex(/^K-\d{4,9}$/))),
  /** The guests' call that this answers. */
  request: v.exactOptional(Id),
  pin: Pin,
  second: Second,
})

/** 续存: counted from its last day, or from tonight where that is past. `from`: its end as was seen. */
export const ExtendKeep = v.strictObject({
  type: v.literal('ExtendKeep'),
  keep: Id,
  from: Instant,
  days: v.picklist(keepDays),
  reason: v.picklist(keepExtensions),
})

/** 过期归店: its time is over, and it is the house's. */
export const ForfeitKeep = v.strictObject({ type: v.literal('ForfeitKeep'), keep: Id })

/**
 * 更正, by two people: what was entered wrongly, all of it as it should be; without `member` it is nobody's by name. `had`: what
 * was said to be in it when they looked.
 */
export const CorrectKeep = v.strictObject({
  type: v.literal('CorrectKeep'),
  keep: Id,
  had: Tenths,
  tenths: Tenths,
  shelf: Shelf,
  member: v.exactOptional(Id),
  pin: Pin,
  second: Second,
})
