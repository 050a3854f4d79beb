import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Menu } from '../../../hub/domain/order/menu-item.ts'
import { recipeOf } from './cocktails.ts'
import iba from './iba-recipes.json?raw'
import { demoMenu, menuItem } from './menu.ts'
import { options } from './options.ts'
import { tags } from './tags.ts'

const { items } = demoMenu
const Recipes = v.array(v.object({ name: v.string(), ingredients: v.array(v.string()) }))
const recipes = v.parse(v.pipe(v.string(), v.parseJson(), Recipes), iba)
const packages = items.filter(item => item.components.length > 0)

describe('the price list', () => {
  it('is in the shape that the hub reads', () => {
    expect(v.parse(Menu, demoMenu)).toEqual(demoMenu)
  })

  it('has at least 150 things beside packages and cocktails, about twenty cocktails, a dozen packages', () => {
    const cocktails = items.filter(item => item.category === 'cocktail')
    expect(items.length - packages.length - cocktails.length).toBeGreaterThanOrEqual(150)
    expect(cocktails.length).toBe(20)
    expect(packages.length).toBeGreaterThanOrEqual(12)
  })

  it('has every id and every name of one unit once', () => {
    expect(new Set(items.map(item => item.id)).size).toBe(items.length)
    for (const language of ['zhHans', 'zhHant', 'en'] as const) {
      const sold = items.map(item => `${item.name[language]}/${item.unit.en}`)
      expect(sold.filter((name, index) => sold.indexOf(name) !== index)).toEqual([])
    }
  })

  it('names everything in three languages, in the script of each', () => {
    for (const { id, name, unit } of items) {
      for (const text of [name, unit]) {
        expect(Object.keys(text), id).toEqual(['zhHans', 'zhHant', 'en'])
        expect(text.en, id).not.toMatch(/\p{Script=Han}/u)
        // Characters of the other script that a hurried hand lets through.
        expect(text.zhHant, id).not.toMatch(
          /[乐绿红鸡鸭鱼兰龙马尔轩杰费丽响张黄烟盘卤凉饺肠虾贝浓岛骡话长云双丝汤粮泸剑贵华]/u,
        )
        expect(text.zhHans, id).not.toMatch(/[樂綠紅雞鴨魚蘭龍馬爾軒雲傑費麗響張黃煙盤滷涼麵餃腸蝦貝濃島騾話]/u)
      }
    }
  })

  it('has positive prices in whole fen, in every class and at every hour', () => {
    for (const { id, price, prices } of items) {
      for (const one of [price, ...prices.map(other => other.price)]) {
        expect(Number.isSafeInteger(one) && one > 0, id).toBe(true)
      }
    }
  })

  it('is cheaper early and dearer in the vip rooms, where it differs at all', () => {
    for (const { id, price, prices } of items) {
      for (const other of prices) {
        if (other.roomClass === 'vip') expect(other.price, id).toBeGreaterThan(price)
        else expect(other.price, id).toBeLessThan(price)
      }
    }
    expect(menuItem('tsingtao-pure-12').prices).toContainEqual({ from: 360, to: 1200, price: 18_800 })
  })

  it('sells beer by the dozen and the half dozen, and half of it for more than half the price', () => {
    const dozens = items.filter(item => item.id.endsWith('-12') && item.unit.en === 'dozen')
    expect(dozens.length).toBeGreaterThanOrEqual(10)
    for (const { id, price } of dozens) {
      const half = items.find(item => item.id === `${id.slice(0, -3)}-6`)
      if (half) expect(half.price * 2, id).toBeGreaterThan(price)
    }
  })

  it('uses known categories, tags and options', () => {
    const categories = new Set(demoMenu.categories.map(category => category.id))
    for (const item of items) {
      expect(categories, item.id).toContain(item.category)
      expect(Object.keys(tags), item.id).toEqual(expect.arrayContaining(item.tags))
      expect(Object.keys(options), item.id).toEqual(expect.arrayContaining(item.options.map(option => option.id)))
      expect(new Set(item.tags).size, item.id).toBe(item.tags.length)
      expect(new Set(item.options).size, item.id).toBe(item.options.length)
    }
    expect([...categories].filter(category => !items.some(item => item.category === category))).toEqual([])
  })

  it('never repeats packages, food and what is given', () => {
    for (const item of items.filter(one => one.components.length > 0 || one.tags.includes('food'))) {
      expect(item.again, item.id).toBe(false)
    }
    expect(menuItem('chivas-12').again).toBe(true)
  })

  it('knows alcohol', () => {
    const kinds = [
      'beer',
      'whisky',
      'brandy',
      'baijiu',
      'vodka',
      'gin',
      'rum',
      'tequila',
      'liqueur',
      'wine',
      'champagne',
      'sake',
    ]
    for (const item of items) {
      if (item.alcohol)
        expect(
          item.tags.some(tag => kinds.includes(tag)),
          item.id,
        ).toBe(true)
      else
        expect(
          item.tags.filter(tag => kinds.includes(tag)),
          item.id,
        ).toEqual(item.id === 'tsingtao-zero-6' ? ['beer'] : [])
    }
  })

  it('lets staff give a few things, all of them cheap', () => {
    const given = items.filter(item => item.gift)
    expect(given.length).toBeGreaterThanOrEqual(6)
    expect(Math.max(...given.map(item => item.price))).toBeLessThanOrEqual(30_000)
  })
})

describe('packages', () => {
  it('consist of single things on the list, and contain what those contain', () => {
    for (const { id, components, tags: own } of packages) {
      expect(new Set(components.map(part => part.item)).size, id).toBe(components.length)
      for (const { item, qty } of components) {
        expect(qty, id).toBeGreaterThan(0)
        expect(menuItem(item).components, id).toEqual([])
        expect(own, id).toEqual(expect.arrayContaining(menuItem(item).tags))
      }
    }
  })

  it('cost less than their parts, where room time does not come with them', () => {
    for (const { id, components, price, hours } of packages) {
      const parts = components.reduce((sum, { item, qty }) => sum + menuItem(item).price * qty, 0)
      if (hours === undefined) expect(price, id).toBeLessThan(parts)
    }
  })
})

describe('cocktails', () => {
  it('have a recipe each', () => {
    const known = new Set(recipes.map(recipe => recipe.name))
    const cocktails = items.filter(item => item.category === 'cocktail').map(item => item.id)
    expect(Object.keys(recipeOf)).toEqual(cocktails)
    expect(Object.values(recipeOf).filter(name => !known.has(name))).toEqual([])
  })

  it('say what is in them that somebody may not have', () => {
    const contains: readonly (readonly [RegExp, string])[] = [
      [/almond/i, 'nuts'],
      [/egg/i, 'egg'],
      [/\bcream\b(?<!coconut cream)/i, 'dairy'],
      [/\bgin\b/i, 'gin'],
      [/vodka/i, 'vodka'],
      [/tequila/i, 'tequila'],
      [/whisk(e)?y/i, 'whisky'],
      [/\brh?um\b|cuban ron/i, 'rum'],
      [/espresso|coffee/i, 'coffee'],
    ]
    for (const [id, recipe] of Object.entries(recipeOf)) {
      const text = recipes.find(one => one.name === recipe)?.ingredients.join('; ') ?? ''
      for (const [pattern, tag] of contains) if (pattern.test(text)) expect(menuItem(id).tags, id).toContain(tag)
    }
  })
})
