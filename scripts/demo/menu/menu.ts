/** The demo venue's price list. */
import type { Menu, MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { beer } from './beer.ts'
import { categories } from './categories.ts'
import { cocktails } from './cocktails.ts'
import { extras } from './extras.ts'
import { food } from './food.ts'
import { packagesOf } from './packages.ts'
import { soft } from './soft.ts'
import { spirits } from './spirits.ts'
import { tags } from './tags.ts'
import { wine } from './wine.ts'

const single: readonly MenuItem[] = [...beer, ...spirits, ...wine, ...cocktails, ...soft, ...food, ...extras]

/** In the hub's own shape; prices in fen. */
export const demoMenu: Menu = {
  categories: [...categories],
  items: [...packagesOf(single), ...single],
  tags: Object.entries(tags).map(([id, name]) => ({ id, name })),
}

/** Something on the list. Throws for an id that is not: only what is written in the program is asked for. */
export function menuItem(id: string): MenuItem {
  const item = byId.get(id)
  if (!item) throw new Error(`${id} is not on the price list`)
  return item
}

const byId: ReadonlyMap<string, MenuItem> = new Map(demoMenu.items.map(item => [item.id, item]))
