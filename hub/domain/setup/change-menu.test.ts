import { describe, expect, it } from 'vitest'
import type { ItemFields } from '../../../shared/protocol/commands/setup.ts'
import { menu as items, venue } from '../fixture.testing.ts'
import type { Menu, MenuItem } from '../order/menu-item.ts'
import { changesBetween } from './change.ts'
import { type ChangedMenu, changedMenu, type MenuCommand } from './change-menu.ts'

const menu: Menu = {
  categories: [
    { id: 'drinks', name: { zhHans: '酒水' } },
    { id: 'food', name: { zhHans: '小食' } },
    { id: 'packages', name: { zhHans: '套餐' }, rev: 2 },
    { id: 'empty', name: { zhHans: '空的' } },
  ],
  items: [...items],
  tags: [],
}
const classes = new Set(venue.classes.map(({ id }) => id))
const change = (command: MenuCommand, of = menu) => {
  let n = 0
  return changedMenu(of, command, classes, prefix => `${prefix}${++n}`)
}
const done = (command: MenuCommand, of = menu): ChangedMenu => {
  const changed = change(command, of)
  if ('refused' in changed) throw new Error(changed.refused)
  return changed
}
const itemOf = (of: Menu, id: string): MenuItem => {
  const found = of.items.find(one => one.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const fieldsOf = (id: string, more: Partial<ItemFields> = {}): ItemFields => {
  const { id: _id, rev: _rev, retired: _retired, ...fields } = itemOf(menu, id)
  return { ...fields, ...more }
}

describe('a thing of the menu', () => {
  it('gets another price, and the change is told from what to what', () => {
    const { menu: after, edit } = done({
      type: 'SaveItem',
      item: 'tea',
      rev: 0,
      fields: fieldsOf('tea', { price: 3_200 }),
    })
    expect(itemOf(after, 'tea')).toEqual({ ...itemOf(menu, 'tea'), price: 3_200, rev: 1 })
    expect(edit).toEqual({ of: 'menu', part: 'item', id: 'tea', fields: [{ field: 'price', was: 2_800, now: 3_200 }] })
    expect(after.items.filter(({ id }) => id !== 'tea')).toEqual(menu.items.filter(({ id }) => id !== 'tea'))
  })

  it('is added at the end, with ids of its own', () => {
    const fields = fieldsOf('tea', {
      name: { zhHans: '柠檬茶', en: 'Lemon tea' },
      options: [{ name: { zhHans: '少冰' } }],
    })
    const { menu: after, edit } = done({ type: 'SaveItem', rev: 0, fields })
    expect(after.items.at(-1)).toMatchObject({ id: 'i1', retired: false, rev: 1, options: [{ id: 'o2' }] })
    expect(edit.fields).toContainEqual({ field: 'name.en', now: 'Lemon tea' })
  })

  it('keeps the ids of the notes that it has', () => {
    const options = [{ id: 'cold', name: { zhHans: '冰镇' } }, { name: { zhHans: '常温' } }]
    const { menu: after } = done({ type: 'SaveItem', item: 'beer', rev: 0, fields: fieldsOf('beer', { options }) })
    expect(itemOf(after, 'beer').options.map(({ id }) => id)).toEqual(['cold', 'o1'])
  })

  it('may be called as another that is sold by another unit, and keep the name that it has', () => {
    const half = { name: itemOf(menu, 'tea').name, unit: { zhHans: '半壶' } }
    const added = done({ type: 'SaveItem', rev: 0, fields: fieldsOf('tea', half) }).menu
    expect(added.items.filter(({ name }) => name.zhHans === half.name.zhHans)).toHaveLength(2)
    // As an older hub may have left it: two of one name.
    const twice = { ...added, items: added.items.map(one => ({ ...one, unit: itemOf(menu, 'tea').unit })) }
    expect(
      itemOf(done({ type: 'SaveItem', item: 'tea', rev: 0, fields: fieldsOf('tea', { price: 9 }) }, twice).menu, 'tea')
        .price,
    ).toBe(9)
  })

  it('has hours of the room as long as it is a package, and loses them with its last part', () => {
    const components = [{ item: 'beer', qty: 6 }]
    const made = done({ type: 'SaveItem', item: 'tea', rev: 0, fields: fieldsOf('tea', { components, hours: 3 }) }).menu
    expect(itemOf(made, 'tea').hours).toBe(3)
    const alone = done({ type: 'SaveItem', item: 'tea', rev: 1, fields: fieldsOf('tea', { hours: 3 }) }, made)
    expect(itemOf(alone.menu, 'tea')).not.toHaveProperty('hours')
    expect(alone.edit.fields).toContainEqual({ field: 'hours', was: 3 })
  })

  it('saved as it was is no change', () => {
    expect(done({ type: 'SaveItem', item: 'tea', rev: 0, fields: fieldsOf('tea') }).edit.fields).toEqual([])
  })

  it('goes off the list and comes back; it is never deleted', () => {
    const off = done({ type: 'RetireItem', item: 'tea', rev: 0, retired: true }).menu
    expect(itemOf(off, 'tea').retired).toBe(true)
    expect(itemOf(done({ type: 'RetireItem', item: 'tea', rev: 1, retired: false }, off).menu, 'tea').retired).toBe(
      false,
    )
  })

  it('comes back as it would be saved: not with a part that is off the list, nor under a name that another has', () => {
    const off = (id: string, of: Menu) => done({ type: 'RetireItem', item: id, rev: 0, retired: true }, of).menu
    const back = (id: string, of: Menu) => change({ type: 'RetireItem', item: id, rev: 1, retired: false }, of)
    const noTower = off('beer-tower', menu)
    expect(back('beer-tower', off('beer', noTower))).toMatchObject({ refused: 'unknown-item', about: 'beer' })
    expect(
      itemOf(done({ type: 'RetireItem', item: 'beer-tower', rev: 1, retired: false }, noTower).menu, 'beer-tower'),
    ).toMatchObject({ retired: false })
    const twice = done({ type: 'SaveItem', rev: 0, fields: fieldsOf('tea') }, off('tea', menu)).menu
    expect(back('tea', twice)).toMatchObject({ refused: 'name-taken' })
    // Off the list it may still be corrected.
    expect(
      change({ type: 'SaveItem', item: 'tea', rev: 1, fields: fieldsOf('tea', { price: 9 }) }, twice),
    ).toHaveProperty('menu')
  })

  it.each<[string, MenuCommand, string]>([
    ['somebody changed it meanwhile', { type: 'SaveItem', item: 'tea', rev: 4, fields: fieldsOf('tea') }, 'changed'],
    ['it is not there', { type: 'SaveItem', item: 'none', rev: 0, fields: fieldsOf('tea') }, 'unknown'],
    ['its category is not there', { type: 'SaveItem', rev: 0, fields: fieldsOf('tea', { category: 'x' }) }, 'unknown'],
    ['another has its name', { type: 'SaveItem', rev: 0, fields: fieldsOf('tea') }, 'name-taken'],
    [
      'a price ends before it begins',
      {
        type: 'SaveItem',
        item: 'tea',
        rev: 0,
        fields: fieldsOf('tea', { prices: [{ from: 1200, to: 1080, price: 1 }] }),
      },
      'bad-hours',
    ],
    [
      'a price is for no class of the house',
      { type: 'SaveItem', item: 'tea', rev: 0, fields: fieldsOf('tea', { prices: [{ roomClass: 'x', price: 1 }] }) },
      'unknown',
    ],
    [
      'a package holds itself',
      { type: 'SaveItem', item: 'tea', rev: 0, fields: fieldsOf('tea', { components: [{ item: 'tea', qty: 1 }] }) },
      'unknown-item',
    ],
    [
      'a package holds a package',
      {
        type: 'SaveItem',
        item: 'tea',
        rev: 0,
        fields: fieldsOf('tea', { components: [{ item: 'beer-tower', qty: 1 }] }),
      },
      'unknown-item',
    ],
    [
      'what is in a package becomes one',
      { type: 'SaveItem', item: 'beer', rev: 0, fields: fieldsOf('beer', { components: [{ item: 'tea', qty: 1 }] }) },
      'in-use',
    ],
    ['it is in a package that is sold', { type: 'RetireItem', item: 'beer', rev: 0, retired: true }, 'in-use'],
    [
      'a note is of another thing',
      {
        type: 'SaveItem',
        item: 'tea',
        rev: 0,
        fields: fieldsOf('tea', { options: [{ id: 'cold', name: { zhHans: '冰' } }] }),
      },
      'unknown',
    ],
  ])('is not saved where %s', (_why, command, refused) => {
    expect(change(command)).toMatchObject({ refused })
  })
})

describe('a category', () => {
  it('is added, renamed and, when nothing is in it, removed', () => {
    expect(done({ type: 'SaveCategory', rev: 0, name: { zhHans: '茶' } }).menu.categories.at(-1)).toMatchObject({
      id: 'c1',
    })
    const renamed = done({ type: 'SaveCategory', category: 'food', rev: 0, name: { zhHans: '点心' } })
    expect(renamed.edit.fields).toEqual([{ field: 'name.zhHans', was: '小食', now: '点心' }])
    expect(done({ type: 'RemoveCategory', category: 'empty', rev: 0 }).menu.categories).toHaveLength(3)
    expect(change({ type: 'RemoveCategory', category: 'food', rev: 0 })).toMatchObject({ refused: 'in-use' })
    expect(change({ type: 'SaveCategory', rev: 0, name: { zhHans: '小食' } })).toMatchObject({ refused: 'name-taken' })
    expect(change({ type: 'SaveCategory', category: 'packages', rev: 1, name: { zhHans: '组合' } })).toMatchObject({
      refused: 'changed',
    })
  })

  it('moves by one place, and stays at the ends', () => {
    const order = (of: Menu) => of.categories.map(({ id }) => id).join(' ')
    expect(order(done({ type: 'MoveCategory', category: 'food', way: 'up' }).menu)).toBe('food drinks packages empty')
    expect(order(done({ type: 'MoveCategory', category: 'food', way: 'down' }).menu)).toBe('drinks packages food empty')
    const stays = done({ type: 'MoveCategory', category: 'drinks', way: 'up' })
    expect(order(stays.menu)).toBe(order(menu))
    expect(stays.edit.fields).toEqual([])
  })
})

describe('what a change is told as', () => {
  it('names nothing that opens a door', () => {
    const wifi = (password: string) => ({ wifi: { ssid: 'KTV', password } })
    expect(changesBetween(wifi('12345678'), wifi('87654321'))).toEqual([{ field: 'wifi.password', was: '•', now: '•' }])
  })

  it('leaves counters out, and tells long texts in part', () => {
    const [told] = changesBetween({ id: 'a', rev: 1 }, { id: 'a', rev: 2, text: '长'.repeat(500) })
    expect(told).toMatchObject({ field: 'text' })
    expect(String(told?.now)).toHaveLength(120)
  })
})
