/** What must never be offered to somebody, as tags of the price list, and what staff wrote beside it. */
import type { Tag } from '../menu/tags.ts'
import type { Chance } from '../random.ts'

export interface Taboo {
  readonly tags: readonly Tag[]
  readonly note: string
}

/** Nothing for six out of seven. */
export const makeTaboo = (chance: Chance): Taboo | undefined => (chance.hit(0.14) ? chance.weighted(taboos) : undefined)

const taboos: readonly { readonly weight: number; readonly value: Taboo }[] = [
  { weight: 5, value: { tags: ['peanut'], note: '花生过敏，冷菜先问后上' } },
  { weight: 5, value: { tags: ['baijiu'], note: '不喝白酒，别劝' } },
  { weight: 4, value: { tags: ['seafood', 'beer'], note: '痛风，不吃海鲜，不喝啤酒' } },
  { weight: 4, value: { tags: ['seafood'], note: '海鲜过敏' } },
  { weight: 3, value: { tags: ['pork'], note: '清真，不上猪肉' } },
  { weight: 3, value: { tags: ['coriander'], note: '不吃香菜' } },
  { weight: 3, value: { tags: ['spicy'], note: '不能吃辣' } },
  { weight: 2, value: { tags: ['mango'], note: '芒果过敏' } },
  { weight: 2, value: { tags: ['dairy'], note: '乳糖不耐受' } },
  { weight: 2, value: { tags: ['beef'], note: '信佛，不吃牛肉' } },
  { weight: 2, value: { tags: ['nuts', 'peanut'], note: '坚果过敏' } },
  { weight: 1, value: { tags: ['rabbit', 'offal'], note: '不吃兔头和内脏' } },
]
