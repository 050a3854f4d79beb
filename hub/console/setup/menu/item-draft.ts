/** A thing of the menu as it is being typed. */
import type { ItemFields } from '../../../../shared/protocol/commands/setup.ts'
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import { type Id, isBlank } from '../../../../shared/protocol/primitives.ts'
import type { ItemSetupView } from '../../../../shared/protocol/views/setup.ts'
import { isRead, type Typed } from '../typed.ts'

export type TypedItem = Typed<ItemFields, 'price'>

export interface ItemDraft {
  /** Absent: a new one. */
  readonly item?: Id
  readonly rev: number
  readonly fields: TypedItem
}

export function draftOfItem({ id, rev, retired: _retired, options, ...fields }: ItemSetupView): ItemDraft {
  return { item: id, rev, fields: { ...fields, options: [...options] } }
}

/** `alcohol`: as most of its category. */
export const newItem = (category: Id, alcohol: boolean): ItemDraft => ({
  rev: 0,
  fields: {
    category,
    name: { zhHans: '' },
    unit: { zhHans: '份', en: 'portion' },
    price: 0,
    prices: [],
    components: [],
    again: true,
    alcohol,
    tags: [],
    options: [],
    gift: false,
  },
})

/** Undefined while something is missing. */
export function saveItem({ item, rev, fields }: ItemDraft): CommandOf<'SaveItem'> | undefined {
  const named = [fields.name, fields.unit, ...fields.options.map(({ name }) => name)]
  if (named.some(({ zhHans }) => isBlank(zhHans)) || !isRead<ItemFields>(fields)) return undefined
  return { type: 'SaveItem', ...(item !== undefined && { item }), rev, fields }
}
