/** The house's settings, for who edits them. */
import type { MenuSetupView } from '../../shared/protocol/views/setup.ts'
import type { ViewContext } from './context.ts'

export function menuSetup({ menu, venue }: ViewContext): MenuSetupView {
  return {
    categories: menu.categories.map(category => ({ ...category, rev: category.rev ?? 0 })),
    items: menu.items.map(item => ({ ...item, rev: item.rev ?? 0 })),
    tags: menu.tags,
    classes: venue.classes.map(({ id, name }) => ({ id, name })),
  }
}
