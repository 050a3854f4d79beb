/** What is recorded of a member, and what of it a decision may know. */
import * as v from 'valibot'
import { Id } from '../../../shared/protocol/primitives.ts'
import { complaints, faces, outcomes, tiers } from '../../../shared/protocol/words.ts'

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))

export const Card = v.strictObject({ number: v.string(), blocked: v.boolean() })

export const Member = v.strictObject({
  id: Id,
  /** What they chose to be called on a screen: 王总. */
  called: text(24),
  name: text(40),
  /** How to say the name, when it is not plain. */
  say: v.exactOptional(text(60)),
  tier: v.picklist(tiers),
  cards: v.array(Card),
  /** The member code a phone carries; random, revocable. */
  code: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
  /** YYYY-MM-DD or MM-DD. */
  birthday: v.exactOptional(v.string()),
  tastes: v.array(text(24)),
  /** Menu tags, or words of one's own. */
  taboos: v.array(text(24)),
  notes: v.array(v.strictObject({ at: v.number(), by: Id, text: text(300) })),
  accountManager: v.exactOptional(Id),
  /** Opted in to be welcomed by name. */
  welcome: v.boolean(),
  discreet: v.boolean(),
  blocked: v.boolean(),
  since: v.number(),
})
export type Member = v.InferOutput<typeof Member>

/** One past visit, as it is kept in the member's history (at most 200, plus totals). */
export const PastVisit = v.strictObject({
  visit: Id,
  at: v.number(),
  room: Id,
  spend: v.number(),
  drunk: v.array(v.strictObject({ item: Id, qty: v.number() })),
  sung: v.array(v.strictObject({ song: Id, title: v.string(), artist: v.string() })),
  complaint: v.exactOptional(
    v.strictObject({ category: v.picklist(complaints), outcome: v.exactOptional(v.picklist(outcomes)) }),
  ),
  face: v.exactOptional(v.picklist(faces)),
})
export type PastVisit = v.InferOutput<typeof PastVisit>

export const History = v.strictObject({
  member: Id,
  /** Oldest first. */
  visits: v.array(PastVisit),
  totals: v.strictObject({ visits: v.number(), spend: v.number() }),
})
export type History = v.InferOutput<typeof History>

/** What a decision about a member may use; loaded before the decision. */
export interface MemberFacts {
  readonly member: Member
  readonly history: History
}
