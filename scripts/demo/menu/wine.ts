/** Wine, champagne, and the lighter things that are poured at the table. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { shelf } from './shelf.ts'

export const wine: readonly MenuItem[] = shelf('wine', { alcohol: true }, [
  ['penfolds-389', '奔富BIN389', '奔富BIN389', 'Penfolds Bin 389', 'bottle', 1088, { tags: ['wine'] }],
  ['rawsons-retreat', '奔富洛神山庄', '奔富洛神山莊', "Rawson's Retreat Cabernet", 'bottle', 268, { tags: ['wine'] }],
  ['legende-bordeaux', '拉菲传奇波尔多', '拉菲傳奇波爾多', 'Légende Bordeaux', 'bottle', 338, { tags: ['wine'] }],
  ['changyu-cabernet', '张裕解百纳', '張裕解百納', 'Changyu Noble Dragon', 'bottle', 238, { tags: ['wine'] }],
  ['casillero', '红魔鬼赤霞珠', '紅魔鬼卡本內', 'Casillero del Diablo', 'bottle', 258, { tags: ['wine'] }],
  ['yellow-tail', '黄尾袋鼠西拉', '黃尾袋鼠希哈', 'Yellow Tail Shiraz', 'bottle', 218, { tags: ['wine'] }],
  ['cloudy-bay', '云雾之湾长相思', '雲霧之灣白蘇維濃', 'Cloudy Bay Sauvignon Blanc', 'bottle', 488, { tags: ['wine'] }],
  ['house-red', '杯装红酒', '單杯紅酒', 'House red', 'glass', 48, { tags: ['wine'] }],
  ['moet', '酩悦香槟', '酩悅香檳', 'Moët & Chandon Impérial', 'bottle', 888, { tags: ['champagne'], vip: 988 }],
  ['veuve-clicquot', '凯歌香槟', '凱歌香檳', 'Veuve Clicquot', 'bottle', 988, { tags: ['champagne'] }],
  ['dom-perignon', '唐培里侬香槟王', '香檳王', 'Dom Pérignon', 'bottle', 3688, { tags: ['champagne'] }],
  ['asti', '阿斯蒂起泡酒', '阿斯蒂氣泡酒', 'Asti Spumante', 'bottle', 268, { tags: ['champagne', 'sugar'] }],
  ['choya', '蝶矢梅酒', '蝶矢梅酒', 'Choya plum wine', 'bottle', 228, { tags: ['sake', 'sugar'] }],
  ['dassai-45', '獭祭45', '獺祭45', 'Dassai 45', 'bottle', 588, { tags: ['sake'], options: ['chilled', 'hot'] }],
  ['rio-6', 'RIO微醺', 'RIO微醺', 'RIO Light', 'halfDozen', 98, { tags: ['cocktail', 'vodka', 'sugar'], early: 78 }],
])
