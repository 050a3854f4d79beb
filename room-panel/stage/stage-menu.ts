/** The stage's price list. Money in fen. */
import type { LocalizedText } from '../../shared/protocol/primitives.ts'
import type { MenuCategoryView, MenuItemView } from '../../shared/protocol/views/venue.ts'

const text = (zhHans: string, zhHant: string, en: string): LocalizedText => ({ zhHans, zhHant, en })
const bottle = text('瓶', '瓶', 'bottle')
const portion = text('份', '份', 'portion')
const pot = text('壶', '壺', 'pot')

const categories: readonly MenuCategoryView[] = [
  text('套餐', '套餐', 'Packages'),
  text('啤酒', '啤酒', 'Beer'),
  text('洋酒', '洋酒', 'Spirits'),
  text('红酒', '紅酒', 'Wine'),
  text('软饮茶水', '軟飲茶水', 'Soft drinks and tea'),
  text('小吃', '小吃', 'Snacks'),
  text('果盘', '果盤', 'Fruit'),
  text('威士忌', '威士忌', 'Whisky'),
  text('其他烈酒', '其他烈酒', 'Other spirits'),
  text('红酒·香槟', '紅酒·香檳', 'Wine & champagne'),
  text('茶·热饮', '茶·熱飲', 'Tea & hot drinks'),
  text('凉菜卤味', '涼菜滷味', 'Cold dishes'),
  text('热食', '熱食', 'From the kitchen'),
  text('香烟', '香菸', 'Cigarettes'),
  text('派对用品', '派對用品', 'For the party'),
].map((name, order) => ({ id: `c${order}`, name, order }))

const item = (id: string, category: string, name: LocalizedText, unit: LocalizedText, price: number): MenuItemView => ({
  id,
  category,
  name,
  unit,
  price,
  bands: [],
  components: [],
  options: [],
  soldOut: false,
  package: false,
})

const mixers = [
  { id: 'op-ice', name: text('加冰', '加冰', 'On ice') },
  { id: 'op-green', name: text('兑绿茶', '兌綠茶', 'With green tea') },
  { id: 'op-soda', name: text('兑苏打', '兌蘇打', 'With soda') },
]

const coldness = [
  { id: 'op-less', name: text('少冰', '少冰', 'Less ice') },
  { id: 'op-none', name: text('去冰', '去冰', 'No ice') },
  { id: 'op-warm', name: text('常温', '常溫', 'Not chilled') },
  { id: 'op-lemon', name: text('加柠檬', '加檸檬', 'With lemon') },
]

const items: readonly MenuItemView[] = [
  {
    ...item('i-package', 'c0', text('欢唱三小时套餐', '歡唱三小時套餐', 'Three-hour party'), portion, 88_800),
    package: true,
    hours: 3,
    components: [
      { item: 'i-qingdao', qty: 12 },
      { item: 'i-fruit', qty: 1 },
      { item: 'i-peanuts', qty: 2 },
    ],
  },
  {
    ...item('i-package2', 'c0', text('轩尼诗畅饮', '軒尼詩暢飲', 'Hennessy night'), portion, 188_000),
    package: true,
    components: [
      { item: 'i-hennessy', qty: 1 },
      { item: 'i-tea', qty: 4 },
    ],
  },
  item('i-qingdao', 'c1', text('青岛纯生', '青島純生', 'Tsingtao Draft'), bottle, 2800),
  item('i-budweiser', 'c1', text('百威', '百威', 'Budweiser'), bottle, 3000),
  { ...item('i-corona', 'c1', text('科罗娜', '可樂娜', 'Corona'), bottle, 3800), soldOut: true },
  item('i-heineken', 'c1', text('喜力', '海尼根', 'Heineken'), bottle, 3500),
  {
    ...item('i-hennessy', 'c2', text('轩尼诗 VSOP', '軒尼詩 VSOP', 'Hennessy VSOP'), bottle, 128_000),
    options: mixers,
  },
  {
    ...item('i-chivas', 'c2', text('芝华士十二年', '芝華士十二年', 'Chivas Regal 12'), bottle, 88_000),
    options: mixers,
  },
  item('i-red', 'c3', text('奔富 389', '奔富 389', 'Penfolds 389'), bottle, 108_000),
  item('i-tea', 'c4', text('绿茶', '綠茶', 'Green tea'), pot, 6800),
  { ...item('i-coke', 'c4', text('可口可乐', '可口可樂', 'Coca-Cola'), bottle, 1200), options: coldness },
  { ...item('i-zero', 'c4', text('零度可乐', '零卡可樂', 'Coke Zero'), bottle, 1200), options: coldness },
  item('i-peanuts', 'c5', text('盐焗花生', '鹽焗花生', 'Salted peanuts'), portion, 2000),
  item('i-fruit', 'c6', text('缤纷水果拼盘', '繽紛水果拼盤', 'Fruit platter'), portion, 11_800),
]

/** As the hub would say them. */
const sounds: Readonly<Record<string, readonly string[]>> = {
  'i-package': ['hcsxstc', 'huanchangsanxiaoshitaocan'],
  'i-package2': ['xnscy', 'xuannishichangyin'],
  'i-qingdao': ['qdcs', 'qingdaochunsheng', 'pj', 'pijiu'],
  'i-budweiser': ['bw', 'baiwei', 'pj', 'pijiu'],
  'i-corona': ['kln', 'keluona', 'pj', 'pijiu'],
  'i-heineken': ['xl', 'xili', 'pj', 'pijiu'],
  'i-hennessy': ['xnsv', 'xuannishivsop', 'yj', 'yangjiu'],
  'i-chivas': ['zhsesn', 'zhihuashishiernian', 'yj', 'yangjiu'],
  'i-red': ['bf389', 'benfu389', 'hj', 'hongjiu'],
  'i-tea': ['lc', 'lvcha'],
  'i-coke': ['kkkl', 'kekoukele'],
  'i-zero': ['ldkl', 'lingdukele'],
  'i-peanuts': ['yjhs', 'yanjuhuasheng', 'xc', 'xiaochi'],
  'i-fruit': ['bfsgpp', 'binfenshuiguopinpan', 'gp', 'guopan'],
}

export const menu = [
  ...categories.map(category => [`category/${category.id}`, category] as const),
  ...items.map(one => [`item/${one.id}`, { ...one, sounds: sounds[one.id] ?? [] }] as const),
]

const longest = text(
  '皇家礼炮二十一年苏格兰调和威士忌（限量珍藏版礼盒装）',
  '皇家禮炮二十一年蘇格蘭調和威士忌（限量珍藏版禮盒裝）',
  'Royal Salute 21 Year Old Blended Scotch Whisky, limited collector’s gift box',
)
/** Every name as long as names come. */
export const longMenu = items.map(one => [`item/${one.id}`, { ...one, name: longest, price: 12_888_800 }] as const)
