/** What somebody drinks and eats: a few habits that are kept, now and then something new, never a taboo. */
import type { MenuItem } from '../../../hub/domain/order/menu-item.ts'
import { demoMenu, menuItem } from '../menu/menu.ts'
import type { Tag } from '../menu/tags.ts'
import type { Chance } from '../random.ts'
import type { Person } from './person.ts'

export interface Line {
  readonly item: string
  readonly qty: number
}

export interface DrinkingHabits {
  readonly kind: Kind
  /** What is on the table every time, and how surely. */
  readonly usual: readonly (Line & { readonly surely: number })[]
  /** What it may be instead of the first of them. */
  readonly instead: Line
  readonly taboos: readonly Tag[]
}

export type Kind = 'beer' | 'whisky' | 'brandy' | 'baijiu' | 'wine' | 'cocktail' | 'soft' | 'tea'

export function makeHabits(chance: Chance, person: Person, taboos: readonly Tag[]): DrinkingHabits {
  const allowed = (id: string) => taboos.length === 0 || mayHave(menuItem(id), taboos)
  const kind = chance.weighted(
    kindsOf(person).filter(({ value }) => taboos.length === 0 || mains[value].some(main => allowed(main.item))),
  )
  const pickOf = (from: readonly Line[]) => chance.pick(from.filter(line => allowed(line.item)))
  const main = pickOf(mains[kind])
  const beside = companions[kind].filter(allowed)
  const food = foods.filter(allowed)
  return {
    kind,
    instead: pickOf([...mains.beer, ...mains.soft, ...mains.wine]),
    taboos,
    usual: [
      { ...main, surely: 0.8 + chance.next() * 0.19 },
      ...chance
        .sample(beside, chance.between(1, 2))
        .map(item => ({ item, qty: sixes(chance), surely: 0.55 + chance.next() * 0.4 })),
      ...chance.sample(food, chance.between(1, 3)).map(item => ({ item, qty: 1, surely: 0.3 + chance.next() * 0.5 })),
      ...(chance.hit(0.2) ? [{ item: chance.pick(smokes), qty: 1, surely: 0.5 }] : []),
    ],
  }
}

/** One evening for a party of so many. Never empty. */
export function makeOrder(chance: Chance, { usual, instead, taboos }: DrinkingHabits, party: number): Line[] {
  const [main, ...rest] = usual
  if (!main) return [instead]
  const rounds = (line: Line) => ({ item: line.item, qty: line.qty * (party > 7 && chance.hit(0.5) ? 2 : 1) })
  const lines = [chance.hit(main.surely) ? rounds(main) : instead]
  for (const line of rest) if (chance.hit(line.surely)) lines.push({ item: line.item, qty: line.qty })
  if (party > 5 && chance.hit(0.6) && mayHave(menuItem(fruitFor(party)), taboos))
    lines.push({ item: fruitFor(party), qty: 1 })
  if (chance.hit(0.22)) lines.push({ item: trySomething(chance, taboos), qty: 1 })
  return merge(lines)
}

const mayHave = ({ tags }: MenuItem, taboos: readonly Tag[]): boolean =>
  !tags.some(tag => taboos.some(taboo => taboo === tag))

const trySomething = (chance: Chance, taboos: readonly Tag[]): string =>
  chance.pick(taboos.length === 0 ? tried : tried.filter(item => mayHave(item, taboos))).id

const one = (...items: string[]): readonly Line[] => items.map(item => ({ item, qty: 1 }))
const few = (qty: number, ...items: string[]): readonly Line[] => items.map(item => ({ item, qty }))

const mains: Readonly<Record<Kind, readonly Line[]>> = {
  beer: [
    // The house's own three, then the rest.
    ...one(
      'tsingtao-pure-12',
      'tsingtao-pure-12',
      'tsingtao-pure-12',
      'snow-brave-12',
      'snow-brave-12',
      'budweiser-12',
    ),
    ...few(2, 'tsingtao-pure-12', 'tsingtao-pure-12', 'snow-brave-12', 'budweiser-12'),
    ...one('snow-mars-12', 'wusu-12', 'corona-12', 'blanc-1664-12', 'hoegaarden-6', 'tsingtao-pure-6', 'corona-6'),
  ],
  whisky: one(
    'chivas-12',
    'chivas-12',
    'walker-black',
    'jack-daniels',
    'macallan-12',
    'glenfiddich-12',
    'set-chivas-12',
    'kakubin',
  ),
  brandy: one('hennessy-vsop', 'martell-noblige', 'remy-vsop', 'remy-club', 'martell-cordon-bleu', 'set-hennessy-vsop'),
  baijiu: one(
    'wuliangye',
    'guojiao-1573',
    'luzhou-tequ',
    'shuijingfang',
    'honghualang-15',
    'jiannanchun',
    'jiangxiaobai',
  ),
  wine: one(
    'legende-bordeaux',
    'rawsons-retreat',
    'casillero',
    'changyu-cabernet',
    'penfolds-389',
    'asti',
    'moet',
    'choya',
  ),
  cocktail: few(
    2,
    'mojito',
    'long-island',
    'margarita',
    'moscow-mule',
    'gin-fizz',
    'sex-on-the-beach',
    'cuba-libre',
    'whiskey-sour',
  ),
  soft: few(3, 'watermelon-juice', 'orange-juice', 'plum-juice', 'yakult-green', 'coke', 'wanglaoji', 'mango-juice'),
  tea: one('piaoxue', 'zhuyeqing', 'tieguanyin', 'puer', 'chrysanthemum', 'yuzu-tea'),
}

const companions: Readonly<Record<Kind, readonly string[]>> = {
  beer: ['coke', 'sprite', 'wanglaoji', 'water', 'vv-soy', 'plum-juice'],
  whisky: ['green-tea', 'soda-water', 'coke', 'ice-red-tea', 'ice'],
  brandy: ['soda-water', 'oolong-bottle', 'perrier', 'ice', 'sprite'],
  baijiu: ['water', 'zhuyeqing', 'vv-soy', 'wanglaoji'],
  wine: ['sprite', 'perrier', 'soda-water', 'lemon-slices'],
  cocktail: ['soda-water', 'perrier', 'coke', 'mizone'],
  soft: ['sprite', 'ice-red-tea', 'mizone', 'fanta', 'jasmine-tea'],
  tea: ['water', 'mizone', 'oolong-bottle', 'soda-water'],
}

const foods: readonly string[] = [
  'duck-necks',
  'rabbit-head',
  'cold-beef',
  'chicken-feet',
  'edamame',
  'salted-peanuts',
  'sunflower-seeds',
  'popcorn',
  'fries',
  'fruit-small',
  'crispy-pork',
  'skewers-mutton',
  'popcorn-chicken',
  'wontons',
  'pistachios',
  'cucumber',
  'cold-rabbit',
]
const smokes: readonly string[] = ['yuxi', 'chunghwa-hard', 'chunghwa-soft', 'jiaozi-kuanzhai', 'jiaozi-blue', 'liqun']

/** What may be tried once: nothing that costs as much as the evening. */
const tried: readonly MenuItem[] = demoMenu.items.filter(
  item => item.components.length === 0 && item.price < 30_000 && !['party', 'tobacco'].includes(item.category),
)

const fruitFor = (party: number): string => (party > 12 ? 'fruit-deluxe' : 'fruit-medium')

const sixes = (chance: Chance): number => chance.pick([2, 3, 4, 6, 6])

/** Weights by age, sex and origin. */
function kindsOf({ woman, born, origin }: Person): { weight: number; value: Kind }[] {
  const young = born > 1992
  const senior = born < 1975
  return [
    { weight: woman ? 26 : 46, value: 'beer' },
    { weight: woman ? 6 : young ? 10 : 20, value: 'whisky' },
    { weight: woman || young ? 3 : 10, value: 'brandy' },
    { weight: woman ? 1 : senior && origin === 'sichuan' ? 14 : 3, value: 'baijiu' },
    { weight: woman ? 18 : 7, value: 'wine' },
    { weight: young || origin === 'west' ? 18 : 5, value: 'cocktail' },
    { weight: woman ? 20 : 8, value: 'soft' },
    { weight: senior ? 14 : 4, value: 'tea' },
  ]
}

function merge(lines: readonly Line[]): Line[] {
  const amounts = new Map<string, number>()
  for (const { item, qty } of lines) amounts.set(item, (amounts.get(item) ?? 0) + qty)
  return [...amounts].map(([item, qty]) => ({ item, qty }))
}
