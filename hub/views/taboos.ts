/** What somebody in the room must not have. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuItem } from '../domain/order/menu-item.ts'
import type { ViewContext } from './context.ts'

/** Whether this item, or anything in its package, meets one of these taboos. */
export function tabooTest({ item }: ViewContext, taboos: readonly string[]): (id: Id) => boolean {
  const words = new Set(taboos.map(taboo => taboo.toLowerCase()))
  if (words.size === 0) return () => false
  return id => {
    const asked = item(id)
    const parts = asked?.components.map(part => item(part.item)) ?? []
    return [asked, ...parts].some(one => one !== undefined && meetsTaboo(one, words))
  }
}

/** A taboo is a tag of the menu, or a word of one's own: then it is looked for in the name. */
function meetsTaboo({ tags, name }: MenuItem, taboos: ReadonlySet<string>): boolean {
  if (tags.some(tag => taboos.has(tag.toLowerCase()))) return true
  const names = Object.values(name).map(text => text.toLowerCase())
  return [...taboos].some(taboo => names.some(text => text.includes(taboo)))
}
