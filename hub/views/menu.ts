/** The price list: as one room's class has it, or as the house has it where no room is meant. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuCategoryView, MenuItemView } from '../../shared/protocol/views/venue.ts'
import type { MenuItem } from '../domain/order/menu-item.ts'
import { pricesFor } from '../domain/order/price.ts'
import { missingOf, packagesWith } from '../domain/order/sold-out.ts'
import { roomOf } from '../domain/room-of.ts'
import type { ViewContext } from './context.ts'

/**
 * Undefined for what is not on the list. `roomClass` absent: the prices that hold in every class, and what was taken off the
 * list too, since old orders say its name.
 */
export function itemView(context: ViewContext, id: Id, roomClass: Id | undefined): MenuItemView | undefined {
  const item = context.item(id)
  if (!item || (item.retired && roomClass !== undefined)) return undefined
  const { category, name, unit, components, hours, options } = item
  const missing = missingOf(context.state, item)
  return {
    id,
    category,
    name,
    unit,
    ...pricesFor(item, roomClass ?? noClass),
    components,
    ...(hours !== undefined && { hours }),
    options,
    soldOut: missing !== undefined,
    ...(missing !== undefined && missing !== id && { missing }),
    package: components.length > 0,
    ...(item.retired && { retired: true as const }),
    ...(roomClass === undefined && item.gift && { gift: true as const }),
    sounds: soundsOf(context, item),
  }
}

/** As consoles have it, that order and give for rooms of every class. */
export function consoleItemView(context: ViewContext, id: Id): MenuItemView | undefined {
  const view = itemView(context, id, undefined)
  const item = context.item(id)
  if (!view || !item) return undefined
  const classes = new Set(item.prices.flatMap(({ roomClass }) => roomClass ?? []))
  if (classes.size === 0) return view
  return { ...view, classes: [...classes].map(roomClass => ({ roomClass, ...pricesFor(item, roomClass) })) }
}

function soundsOf({ menu, sounds }: ViewContext, { category, name }: MenuItem): readonly string[] {
  const kind = menu.categories.find(({ id }) => id === category)
  return [...sounds(name), ...(kind ? sounds(kind.name) : [])]
}

/** What is shown otherwise once these are sold out, or back: themselves, and the packages that contain them. */
export const itemsAround = ({ menu }: ViewContext, soldOut: ReadonlySet<Id>): readonly Id[] => [
  ...soldOut,
  ...packagesWith(menu.items, soldOut),
]

// No class is called so: an id is never empty.
const noClass = ''

export function categoryView({ menu }: ViewContext, id: Id): MenuCategoryView | undefined {
  const order = menu.categories.findIndex(category => category.id === id)
  const category = menu.categories[order]
  return category && { id, name: category.name, order }
}

export const roomClassOf = ({ venue }: ViewContext, room: Id): Id | undefined => roomOf(venue, room)?.roomClass
