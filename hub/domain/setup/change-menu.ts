/** A new version of the menu by one edit, or why there is none. Pure: the menu itself is a record. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { ItemFields } from '../../../shared/protocol/commands/setup.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Menu, MenuCategory, MenuItem } from '../order/menu-item.ts'
import { changesBetween, type Edit, seen } from './change.ts'

export type MenuCommand = CommandOf<'SaveItem' | 'RetireItem' | 'SaveCategory' | 'MoveCategory' | 'RemoveCategory'>

export interface ChangedMenu {
  readonly menu: Menu
  readonly edit: Edit
}

/** `classes`: those of the house, which prices may name. */
export function changedMenu(
  menu: Menu,
  command: MenuCommand,
  classes: ReadonlySet<Id>,
  newId: (prefix: string) => Id,
): ChangedMenu | Refusal {
  switch (command.type) {
    case 'SaveItem':
      return savedItem(menu, command, classes, newId)
    case 'RetireItem': {
      const item = menu.items.find(({ id }) => id === command.item)
      if (!item) return refuse('unknown', 'look-again', { about: command.item })
      const { retired } = command
      if (retired && menu.items.some(other => !other.retired && holds(other, item.id)))
        return refuse('in-use', 'look-again', { about: item.id })
      const wrong = seen(item, command.rev) ?? (retired ? undefined : comesBackWrong(menu, item, classes))
      return wrong ?? withItem(menu, item, { ...item, retired })
    }
    case 'SaveCategory': {
      const { category: id = newId('c'), rev, name } = command
      const category = menu.categories.find(one => one.id === id)
      if (!category && command.category !== undefined) return refuse('unknown', 'look-again', { about: id })
      if (menu.categories.some(one => one.id !== id && one.name.zhHans === name.zhHans))
        return refuse('name-taken', 'choose-other')
      return seen(category, rev) ?? withCategory(menu, category, { id, name })
    }
    case 'MoveCategory':
      return movedCategory(menu, command)
    case 'RemoveCategory': {
      const category = menu.categories.find(({ id }) => id === command.category)
      if (!category) return refuse('unknown', 'look-again', { about: command.category })
      // What was retired keeps its category: it may come back.
      if (menu.items.some(item => item.category === category.id)) return refuse('in-use', 'look-again')
      return seen(category, command.rev) ?? withCategory(menu, category, undefined)
    }
    default:
      return assertNever(command)
  }
}

function savedItem(
  menu: Menu,
  { item: id = undefined, rev, fields }: CommandOf<'SaveItem'>,
  classes: ReadonlySet<Id>,
  newId: (prefix: string) => Id,
): ChangedMenu | Refusal {
  const item = menu.items.find(one => one.id === id)
  if (!item && id !== undefined) return refuse('unknown', 'look-again', { about: id })
  const wrong = seen(item, rev) ?? wrongFields(menu, fields, item, classes)
  if (wrong) return wrong
  const { hours, ...rest } = fields
  return withItem(menu, item, {
    id: item?.id ?? newId('i'),
    retired: item?.retired ?? false,
    ...rest,
    // Of a package only: nobody would see them in what is sold alone, and every order of it would take them off the room.
    ...(hours !== undefined && fields.components.length > 0 && { hours }),
    options: fields.options.map(option => ({ ...option, id: option.id ?? newId('o') })),
  })
}

type Called = Pick<MenuItem, 'category' | 'name' | 'unit'>

// By the dozen and by the half it is one beer and two rows.
const isCalled = (as: Called) => (one: Called) =>
  one.category === as.category && one.name.zhHans === as.name.zhHans && one.unit.zhHans === as.unit.zhHans

/** What it is made of went off the list meanwhile, or another has its name now. */
const comesBackWrong = (menu: Menu, item: MenuItem, classes: ReadonlySet<Id>): Refusal | undefined =>
  menu.items.some(other => other !== item && !other.retired && isCalled(item)(other))
    ? refuse('name-taken', 'choose-other')
    : wrongFields(menu, item, item, classes)

function wrongFields(
  menu: Menu,
  fields: ItemFields,
  item: MenuItem | undefined,
  classes: ReadonlySet<Id>,
): Refusal | undefined {
  const { category, components, prices, options } = fields
  if (!menu.categories.some(({ id }) => id === category)) return refuse('unknown', 'look-again', { about: category })
  const others = menu.items.filter(({ id, retired }) => id !== item?.id && !retired)
  const isSame = isCalled(fields)
  const keepsName = item !== undefined && isSame(item)
  if (!keepsName && others.some(isSame)) return refuse('name-taken', 'choose-other')
  // A package holds drinks and food, never a package: the bar would not know what to pour.
  const holdable = new Set(others.filter(other => other.components.length === 0).map(({ id }) => id))
  const missing = components.find(component => !holdable.has(component.item))
  if (missing) return refuse('unknown-item', 'choose-other', { about: missing.item })
  if (components.length > 0 && item && others.some(other => holds(other, item.id)))
    return refuse('in-use', 'look-again', { about: item.id })
  const strange = prices.find(({ roomClass }) => roomClass !== undefined && !classes.has(roomClass))
  if (strange?.roomClass !== undefined) return refuse('unknown', 'look-again', { about: strange.roomClass })
  if (prices.some(({ from = 0, to = 1440 }) => from >= to)) return refuse('bad-hours', 'choose-other')
  const known = new Set(item?.options.map(({ id }) => id))
  if (options.some(({ id }) => id !== undefined && !known.has(id))) return refuse('unknown', 'look-again')
  return undefined
}

function movedCategory(menu: Menu, { category, way }: CommandOf<'MoveCategory'>): ChangedMenu | Refusal {
  const from = menu.categories.findIndex(({ id }) => id === category)
  const moved = menu.categories[from]
  if (!moved) return refuse('unknown', 'look-again', { about: category })
  const to = from + (way === 'up' ? -1 : 1)
  const categories = menu.categories.filter(({ id }) => id !== category)
  // At the end of the list it stays there.
  categories.splice(Math.max(0, to), 0, moved)
  const fields = changesBetween({ place: from }, { place: categories.indexOf(moved) })
  return { menu: { ...menu, categories }, edit: { of: 'menu', part: 'category', id: category, fields } }
}

const holds = ({ components }: MenuItem, item: Id): boolean => components.some(one => one.item === item)

function withItem(menu: Menu, before: MenuItem | undefined, item: MenuItem): ChangedMenu {
  const after = { ...item, rev: (before?.rev ?? 0) + 1 }
  const items = before ? menu.items.map(one => (one === before ? after : one)) : [...menu.items, after]
  return {
    menu: { ...menu, items },
    edit: { of: 'menu', part: 'item', id: item.id, fields: changesBetween(before, after) },
  }
}

function withCategory(menu: Menu, before: MenuCategory | undefined, category: MenuCategory | undefined): ChangedMenu {
  const after = category && { ...category, rev: (before?.rev ?? 0) + 1 }
  const categories = before
    ? menu.categories.flatMap(one => (one === before ? (after ?? []) : one))
    : [...menu.categories, ...(after ? [after] : [])]
  const id = before?.id ?? after?.id ?? ''
  return {
    menu: { ...menu, categories },
    edit: { of: 'menu', part: 'category', id, fields: changesBetween(before, after) },
  }
}
