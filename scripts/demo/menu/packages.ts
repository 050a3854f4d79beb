/** Packages: one price, several things, some with room time. What is in them counts as theirs, tags included. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { fen, type Names, names } from './shelf.ts'
import type { Tag } from './tags.ts'
import { units } from './units.ts'

interface Package {
  readonly id: string
  readonly names: Names
  readonly yuan: number
  /** Item and how many. */
  readonly parts: readonly (readonly [item: string, qty: number])[]
  /** Room time that is in the price. */
  readonly hours?: number
  /** Dearer in the vip rooms, yuan. */
  readonly vip?: number
  /** Before 18:00, yuan. */
  readonly daytime?: number
}

const list: readonly Package[] = [
  {
    id: 'set-chivas-12',
    names: ['芝华士12年套餐', '起瓦士12年套餐', 'Chivas 12 set'],
    yuan: 688,
    vip: 788,
    parts: [
      ['chivas-12', 1],
      ['green-tea', 6],
      ['ice', 2],
      ['sunflower-seeds', 1],
      ['popcorn', 1],
    ],
  },
  {
    id: 'set-black-label',
    names: ['黑方套餐', '黑牌套餐', 'Black Label set'],
    yuan: 698,
    vip: 798,
    parts: [
      ['walker-black', 1],
      ['soda-water', 6],
      ['ice', 2],
      ['edamame', 1],
      ['popcorn', 1],
    ],
  },
  {
    id: 'set-jack-cola',
    names: ['杰克可乐套餐', '傑克可樂套餐', 'Jack and Coke set'],
    yuan: 648,
    parts: [
      ['jack-daniels', 1],
      ['coke', 8],
      ['ice', 2],
      ['fries', 1],
    ],
  },
  {
    id: 'set-hennessy-vsop',
    names: ['轩尼诗VSOP套餐', '軒尼詩VSOP套餐', 'Hennessy VSOP set'],
    yuan: 1388,
    vip: 1488,
    parts: [
      ['hennessy-vsop', 1],
      ['soda-water', 6],
      ['ice', 2],
      ['fruit-medium', 1],
      ['pistachios', 1],
    ],
  },
  {
    id: 'set-noblige',
    names: ['马爹利名士套餐', '馬爹利名士套餐', 'Martell Noblige set'],
    yuan: 1488,
    vip: 1588,
    parts: [
      ['martell-noblige', 1],
      ['oolong-bottle', 6],
      ['ice', 2],
      ['fruit-medium', 1],
      ['cashews', 1],
    ],
  },
  {
    id: 'set-sichuan',
    names: ['川酒川味套餐', '川酒川味套餐', 'Sichuan spirit and flavour set'],
    yuan: 858,
    parts: [
      ['shuijingfang', 1],
      ['cold-beef', 1],
      ['rabbit-head', 1],
      ['chicken-feet', 1],
      ['edamame', 1],
      ['water', 6],
    ],
  },
  {
    id: 'set-wine',
    names: ['红酒小聚套餐', '紅酒小聚套餐', 'Red wine set'],
    yuan: 588,
    parts: [
      ['legende-bordeaux', 1],
      ['rawsons-retreat', 1],
      ['fruit-small', 1],
      ['beef-jerky', 1],
    ],
  },
  {
    id: 'set-beer',
    names: ['畅饮双打套餐', '暢飲雙打套餐', 'Two dozen beer set'],
    yuan: 468,
    daytime: 388,
    parts: [
      ['tsingtao-pure-12', 2],
      ['duck-necks', 1],
      ['edamame', 1],
      ['fries', 1],
    ],
  },
  {
    id: 'set-flow',
    names: ['啤酒畅饮3小时套餐', '啤酒暢飲3小時套餐', 'Beer and three hours'],
    yuan: 598,
    daytime: 458,
    hours: 3,
    parts: [
      ['snow-brave-12', 2],
      ['popcorn', 1],
      ['fruit-small', 1],
    ],
  },
  {
    id: 'set-student',
    names: ['学生午后欢唱套餐', '學生午後歡唱套餐', 'Student afternoon'],
    yuan: 198,
    daytime: 168,
    hours: 3,
    parts: [
      ['ice-red-tea', 4],
      ['popcorn', 1],
      ['fries', 1],
    ],
  },
  {
    id: 'set-family',
    names: ['家庭欢聚套餐', '家庭歡聚套餐', 'Family gathering'],
    yuan: 428,
    hours: 3,
    parts: [
      ['watermelon-juice', 1],
      ['orange-juice', 1],
      ['fruit-medium', 1],
      ['popcorn-chicken', 1],
      ['fried-rice', 2],
    ],
  },
  {
    id: 'set-birthday',
    names: ['生日派对套餐', '生日派對套餐', 'Birthday party'],
    yuan: 1088,
    hours: 3,
    parts: [
      ['birthday-cake', 1],
      ['balloons', 1],
      ['fruit-deluxe', 1],
      ['budweiser-12', 1],
      ['coke', 6],
      ['glow-sticks', 1],
    ],
  },
  {
    id: 'set-girls',
    names: ['闺蜜微醺套餐', '閨蜜微醺套餐', "Girls' night"],
    yuan: 558,
    hours: 2,
    parts: [
      ['asti', 1],
      ['rio-6', 1],
      ['fruit-small', 1],
      ['popcorn', 1],
      ['ice-jelly', 2],
    ],
  },
  {
    id: 'set-business',
    names: ['商务宴请套餐', '商務宴請套餐', 'Business evening'],
    yuan: 2688,
    vip: 2888,
    hours: 4,
    parts: [
      ['hennessy-vsop', 1],
      ['chivas-12', 1],
      ['piaoxue', 2],
      ['soda-water', 12],
      ['ice', 3],
      ['fruit-deluxe', 1],
      ['sliced-beef', 1],
      ['chunghwa-soft', 2],
    ],
  },
  {
    id: 'set-vip-suite',
    names: ['豪华包厢至尊套餐', '豪華包廂至尊套餐', 'Grand suite'],
    yuan: 3888,
    hours: 5,
    parts: [
      ['martell-cordon-bleu', 1],
      ['moet', 1],
      ['budweiser-12', 1],
      ['oolong-bottle', 12],
      ['ice', 4],
      ['fruit-deluxe', 2],
      ['cold-beef', 1],
      ['pistachios', 1],
    ],
  },
]

/** `items`: where the parts are found. Throws for a part that is not on the list: the list is part of the program. */
export const packagesOf = (items: readonly MenuItem[]): readonly MenuItem[] => {
  const byId = new Map(items.map(item => [item.id, item]))
  return list.map(one => packageOf(one, byId))
}

function packageOf(one: Package, items: ReadonlyMap<string, MenuItem>): MenuItem {
  const parts = one.parts.map(([id]) => {
    const item = items.get(id)
    if (!item) throw new Error(`${one.id} contains ${id}, which is not on the price list`)
    return item
  })
  const own: readonly Tag[] = ['package']
  return {
    id: one.id,
    category: 'package',
    name: names(one.names),
    unit: units.set,
    price: fen(one.yuan),
    prices: [
      ...(one.vip === undefined ? [] : [{ roomClass: 'vip', price: fen(one.vip) }]),
      ...(one.daytime === undefined ? [] : [{ from: 6 * 60, to: 18 * 60, price: fen(one.daytime) }]),
    ],
    components: one.parts.map(([item, qty]) => ({ item, qty })),
    ...(one.hours !== undefined && { hours: one.hours }),
    again: false,
    alcohol: parts.some(part => part.alcohol),
    tags: [...new Set([...own, ...parts.flatMap(part => part.tags)])],
    options: [],
    gift: false,
    retired: false,
  }
}
