/** What can be had: a drink that is out is out in every pack, and so is every package that contains it. Pure. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState } from '../state.ts'
import type { MenuItem } from './menu-item.ts'

type SoldOut = Pick<ReadState, 'soldOut'>

/** The item itself, or the first of a package's parts that is out. */
export function missingOf({ soldOut }: SoldOut, { id, components }: MenuItem): Id | undefined {
  if (soldOut.has(id)) return id
  return components.find(({ item }) => soldOut.has(item))?.item
}

/** The same drink by the bottle, half dozen, dozen: what the list calls the same, sold by another unit. Itself among them. */
export function packsOf(items: readonly MenuItem[], id: Id): readonly Id[] {
  const item = items.find(one => one.id === id)
  if (!item) return []
  if (item.components.length > 0) return [id]
  return items
    .filter(
      ({ category, name, components }) =>
        category === item.category && name.zhHans === item.name.zhHans && components.length === 0,
    )
    .map(one => one.id)
}

/** The packages that contain one of these. */
export const packagesWith = (items: readonly MenuItem[], parts: ReadonlySet<Id>): readonly Id[] =>
  parts.size === 0
    ? []
    : items.filter(({ components }) => components.some(({ item }) => parts.has(item))).map(({ id }) => id)
