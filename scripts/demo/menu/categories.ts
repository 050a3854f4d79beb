/** The price list's chapters, in the order of the panel. */
import type { MenuCategory } from '../../../hub/domain/order/menu-item.ts'

export const categories = [
  { id: 'package', name: { zhHans: '套餐', zhHant: '套餐', en: 'Packages' } },
  { id: 'beer', name: { zhHans: '啤酒', zhHant: '啤酒', en: 'Beer' } },
  { id: 'whisky', name: { zhHans: '威士忌', zhHant: '威士忌', en: 'Whisky' } },
  { id: 'brandy', name: { zhHans: '白兰地', zhHant: '白蘭地', en: 'Brandy & cognac' } },
  { id: 'spirits', name: { zhHans: '其他烈酒', zhHant: '其他烈酒', en: 'Other spirits' } },
  { id: 'baijiu', name: { zhHans: '白酒', zhHant: '白酒', en: 'Baijiu' } },
  { id: 'wine', name: { zhHans: '红酒·香槟', zhHant: '紅酒·香檳', en: 'Wine & champagne' } },
  { id: 'cocktail', name: { zhHans: '鸡尾酒', zhHant: '雞尾酒', en: 'Cocktails' } },
  { id: 'soft', name: { zhHans: '软饮', zhHant: '軟飲', en: 'Soft drinks' } },
  { id: 'hot', name: { zhHans: '茶·热饮', zhHant: '茶·熱飲', en: 'Tea & hot drinks' } },
  { id: 'fruit', name: { zhHans: '果盘', zhHant: '果盤', en: 'Fruit' } },
  { id: 'nibbles', name: { zhHans: '零食', zhHant: '零食', en: 'Nibbles' } },
  { id: 'cold', name: { zhHans: '凉菜卤味', zhHant: '涼菜滷味', en: 'Cold dishes' } },
  { id: 'kitchen', name: { zhHans: '热食', zhHant: '熱食', en: 'From the kitchen' } },
  { id: 'tobacco', name: { zhHans: '香烟', zhHant: '香菸', en: 'Cigarettes' } },
  { id: 'party', name: { zhHans: '派对用品', zhHant: '派對用品', en: 'For the party' } },
] as const satisfies readonly MenuCategory[]

export type CategoryId = (typeof categories)[number]['id']
