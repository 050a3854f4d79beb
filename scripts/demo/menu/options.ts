/** How a guest may have it: one tap each, beside the item. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'

export const options = {
  chilled: { zhHans: '冰镇', zhHant: '冰鎮', en: 'Chilled' },
  'room-temperature': { zhHans: '常温', zhHant: '常溫', en: 'Not chilled' },
  hot: { zhHans: '热', zhHant: '熱', en: 'Hot' },
  'less-ice': { zhHans: '少冰', zhHant: '少冰', en: 'Less ice' },
  'no-ice': { zhHans: '去冰', zhHant: '去冰', en: 'No ice' },
  'less-sugar': { zhHans: '少糖', zhHant: '少糖', en: 'Less sugar' },
  'no-sugar': { zhHans: '不加糖', zhHant: '不加糖', en: 'No sugar' },
  'with-lemon': { zhHans: '加柠檬', zhHant: '加檸檬', en: 'With lemon' },
  stronger: { zhHans: '酒浓一点', zhHant: '酒濃一點', en: 'Stronger' },
  lighter: { zhHans: '酒淡一点', zhHant: '酒淡一點', en: 'Lighter' },
  mild: { zhHans: '微辣', zhHant: '微辣', en: 'Mild' },
  'medium-hot': { zhHans: '中辣', zhHant: '中辣', en: 'Medium hot' },
  'extra-hot': { zhHans: '特辣', zhHant: '特辣', en: 'Extra hot' },
  'not-spicy': { zhHans: '不辣', zhHant: '不辣', en: 'Not spicy' },
  'five-spice': { zhHans: '五香', zhHant: '五香', en: 'Five-spice' },
  'no-coriander': { zhHans: '不要香菜', zhHant: '不要香菜', en: 'No coriander' },
  'no-scallion': { zhHans: '不要葱', zhHant: '不要蔥', en: 'No scallion' },
} as const satisfies Readonly<Record<string, LocalizedText>>

export type OptionId = keyof typeof options

export const optionsOf = (ids: readonly OptionId[]): MenuItem['options'] => ids.map(id => ({ id, name: options[id] }))
