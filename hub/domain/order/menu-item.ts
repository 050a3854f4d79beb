/** One thing on the price list. */
import * as v from 'valibot'
import { Id, LocalizedText, Money } from '../../../shared/protocol/primitives.ts'

const MenuPrice = v.strictObject({
  roomClass: v.exactOptional(Id),
  /** Minutes since local midnight, as in a tariff's band. */
  from: v.exactOptional(v.number()),
  to: v.exactOptional(v.number()),
  price: Money,
})

export const MenuItem = v.strictObject({
  id: Id,
  category: Id,
  name: LocalizedText,
  unit: LocalizedText,
  /** Minor units; `prices` overrides it where class and time fit, the most specific first. */
  price: Money,
  prices: v.array(MenuPrice),
  /** Package: its parts, per one. */
  components: v.array(v.strictObject({ item: Id, qty: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })),
  /** Package that includes room time. */
  hours: v.exactOptional(v.number()),
  /** Whether 再来一轮 may repeat it. */
  again: v.boolean(),
  alcohol: v.boolean(),
  /** Families for tastes and taboos: beer, peanut, baijiu … */
  tags: v.array(Id),
  options: v.array(v.strictObject({ id: Id, name: LocalizedText })),
  /** Can be given as a gift by staff within their quota. */
  gift: v.boolean(),
  /** Taken off the list, kept for what refers to it. */
  retired: v.boolean(),
  /** How often it was edited; absent in what was never. */
  rev: v.exactOptional(v.number()),
})
export type MenuItem = v.InferOutput<typeof MenuItem>

export const MenuCategory = v.strictObject({ id: Id, name: LocalizedText, rev: v.exactOptional(v.number()) })
export type MenuCategory = v.InferOutput<typeof MenuCategory>
/** The words of a tag; what has none here is a word of somebody's own. */
const MenuTag = v.strictObject({ id: Id, name: LocalizedText })
export const Menu = v.strictObject({
  categories: v.array(MenuCategory),
  items: v.array(MenuItem),
  tags: v.array(MenuTag),
})
export type Menu = v.InferOutput<typeof Menu>
