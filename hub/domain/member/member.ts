/** What is recorded of a member, and what of it a decision may know. */
import * as v from 'valibot'
import { technologies, textIdentity } from '../../../shared/protocol/cards/formats.ts'
import { Id } from '../../../shared/protocol/primitives.ts'
import { complaints, faces, outcomes, tiers } from '../../../shared/protocol/words.ts'

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))

const Card = v.strictObject({
  /** Of this card and no other member's; it says nothing of the number. */
  id: Id,
  technology: v.picklist(technologies),
  hex: v.pipe(v.string(), v.maxLength(512), v.regex(/^([0-9A-F]{2})*$/)),
  /** As it is printed, or as the reader wrote it: what people look for, and what a reader without a format is compared with. */
  number: text(128),
  blocked: v.boolean(),
})
export type Card = v.InferOutput<typeof Card>

/** Cards were kept as some reader wrote them, which says nothing of the kind: they stay text until they are added anew. */
const EarlyCard = v.strictObject({ number: text(128), blocked: v.boolean() })

const Row = v.strictObject({
  id: Id,
  /** What they chose to be called on a screen: 王总. */
  called: text(24),
  name: text(40),
  /** How to say the name, when it is not plain. */
  say: v.exactOptional(text(60)),
  tier: v.picklist(tiers),
  /** None is ever taken away: a lost one is blocked. */
  cards: v.array(v.union([Card, EarlyCard])),
  /** The member code a phone carries; random, revocable. */
  code: v.exactOptional(v.string()),
  /** Files of the same person that were merged into this one: what they left in pockets and phones leads here. */
  formerly: v.exactOptional(v.array(v.strictObject({ id: Id, code: v.exactOptional(v.string()) }))),
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
  /** Past evenings are shown on the member's own page: off unless they turn it on. */
  showHistory: v.exactOptional(v.boolean()),
  blocked: v.boolean(),
  since: v.number(),
})

export const Member = v.pipe(
  Row,
  v.transform(row => ({
    ...row,
    cards: row.cards.map(
      (card, index): Card =>
        'id' in card ? card : { id: cardId(row.id, index), ...textIdentity(card.number), ...card },
    ),
  })),
)
export type Member = v.InferOutput<typeof Member>

/** Of the card that stands, or will stand, at this place among the member's. */
export const cardId = (member: Id, index: number): Id => `${member}.k${index + 1}`

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
  /** Whose histories are in this one: a replay adds none of them twice. */
  merged: v.exactOptional(v.array(Id)),
})
export type History = v.InferOutput<typeof History>

/** What a decision about a member may use; loaded before the decision. */
export interface MemberFacts {
  readonly member: Member
  readonly history: History
}
