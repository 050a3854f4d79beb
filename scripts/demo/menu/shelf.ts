/** How the price list is written: one row per thing, prices in yuan as on the printed list; kept in fen. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'
import type { CategoryId } from './categories.ts'
import { type OptionId, optionsOf } from './options.ts'
import type { Tag } from './tags.ts'
import { type UnitId, units } from './units.ts'

/** Simplified, traditional, English. */
export type Names = readonly [zhHans: string, zhHant: string, en: string]

/** id, three names, unit, yuan, and what differs from the rest of its shelf. */
export type Row = readonly [id: string, ...Names, unit: UnitId, yuan: number, more?: Traits]

export interface Traits {
  readonly tags?: readonly Tag[]
  readonly options?: readonly OptionId[]
  readonly alcohol?: boolean
  /** Whether 再来一轮 may repeat it; food, packages and gifts never. */
  readonly again?: boolean
  /** Staff may give it away within their quota; its price is what it counts. */
  readonly gift?: boolean
  /** Before 20:00, yuan. */
  readonly early?: number
  /** In the vip rooms at any hour, yuan. */
  readonly vip?: number
}

/** Rows of one category; `common` holds for each of them, tags and options added to their own. */
export const shelf = (category: CategoryId, common: Traits, rows: readonly Row[]): readonly MenuItem[] =>
  rows.map(row => itemOf(category, common, row))

function itemOf(category: CategoryId, common: Traits, row: Row): MenuItem {
  const [id, zhHans, zhHant, en, unit, yuan, own = {}] = row
  const { alcohol = false, again = true, gift = false, early, vip } = { ...common, ...own }
  return {
    id,
    category,
    name: names([zhHans, zhHant, en]),
    unit: units[unit],
    price: fen(yuan),
    prices: [
      ...(vip === undefined ? [] : [{ roomClass: 'vip', price: fen(vip) }]),
      ...(early === undefined ? [] : [{ from: opening, to: eight, price: fen(early) }]),
    ],
    components: [],
    again,
    alcohol,
    tags: [...(common.tags ?? []), ...(own.tags ?? [])],
    options: optionsOf([...(common.options ?? []), ...(own.options ?? [])]),
    gift,
    retired: false,
  }
}

export const fen = (yuan: number): number => Math.round(yuan * 100)

export const names = ([zhHans, zhHant, en]: Names): LocalizedText => ({ zhHans, zhHant, en })

// Minutes since midnight. The early price starts with the business day: who drinks at 03:00 is late, not early.
const opening = 6 * 60
const eight = 20 * 60
