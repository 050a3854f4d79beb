/** 老样子: what may be offered to this party with one tap. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { UsualView } from '../../../shared/protocol/views/panel.ts'
import type { MenuItem } from '../../domain/order/menu-item.ts'
import type { Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { taboosOf } from '../members.ts'

/** Undefined in a discreet visit and when nothing is left to offer. */
export function usualView(context: ViewContext, visit: Visit): UsualView | undefined {
  if (visit.discreet) return undefined
  const taboos = new Set(taboosOf(context, visit).map(taboo => taboo.toLowerCase()))
  const items = visit.usual.filter(({ item }) => mayOffer(context, taboos, item))
  return items.length === 0 ? undefined : { items: items.map(({ item, qty, times }) => ({ item, qty, times })) }
}

function mayOffer(context: ViewContext, taboos: ReadonlySet<string>, id: Id): boolean {
  const item = context.item(id)
  if (!item || item.retired || context.state.soldOut.has(id)) return false
  return (
    !meetsTaboo(item, taboos) &&
    item.components.every(part => {
      const component = context.item(part.item)
      return component !== undefined && !meetsTaboo(component, taboos)
    })
  )
}

/** A taboo is a tag of the menu, or a word of one's own: then it is looked for in the name. */
function meetsTaboo({ tags, name }: MenuItem, taboos: ReadonlySet<string>): boolean {
  if (tags.some(tag => taboos.has(tag.toLowerCase()))) return true
  const names = Object.values(name).map(text => text.toLowerCase())
  return [...taboos].some(taboo => names.some(text => text.includes(taboo)))
}
