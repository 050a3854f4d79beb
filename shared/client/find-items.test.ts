import { describe, expect, it } from 'vitest'
import type { MenuItemView } from '../protocol/views/venue.ts'
import { findItems } from './find-items.ts'

const item = (id: string, name: MenuItemView['name'], sounds: readonly string[], soldOut = false): MenuItemView => ({
  id,
  category: 'c',
  name,
  unit: { zhHans: '瓶' },
  price: 100,
  bands: [],
  components: [],
  options: [],
  soldOut,
  package: false,
  sounds,
})

const menu = [
  item('corona', { zhHans: '科罗娜', zhHant: '可樂娜', en: 'Corona' }, ['kln', 'keluona', 'pj', 'pijiu'], true),
  item('qingdao', { zhHans: '青岛纯生', zhHant: '青島純生', en: 'Tsingtao Draft' }, [
    'qdcs',
    'qingdaochunsheng',
    'pj',
    'pijiu',
  ]),
  item('duck', { zhHans: '啤酒鸭', en: 'Duck in beer' }, ['pjy', 'pijiuya', 'xc', 'xiaochi']),
  item('hennessy', { zhHans: '轩尼诗 VSOP', en: 'Hennessy VSOP' }, ['xnsv', 'xuannishivsop']),
]
const found = (typed: string) => findItems(menu, typed).map(({ id }) => id)

describe('something of the menu', () => {
  it.each([
    ['initials', 'qdcs'],
    ['some of the initials', 'dc'],
    ['full pinyin', 'qingdao'],
    ['pinyin as it was begun', 'qingd'],
    ['pinyin in capitals with a space', 'QING DAO'],
    ['characters', '纯生'],
    ['traditional characters', '純生'],
    ['English', 'draft'],
  ])('is found by %s', (_how, typed) => {
    expect(found(typed)).toEqual(['qingdao'])
  })

  it('is found by what kind of thing it is, and what is sold out comes last', () => {
    expect(found('pijiu')).toEqual(['qingdao', 'duck', 'corona'])
  })

  it('that begins as typed comes before what only holds it', () => {
    expect(found('x')).toEqual(['duck', 'hennessy'])
    expect(found('vs')).toEqual(['hennessy'])
    expect(found('n')).toEqual(['qingdao', 'duck', 'hennessy', 'corona'])
  })

  it('is nothing where nothing was typed, or only marks', () => {
    expect(found('')).toEqual([])
    expect(found(' ·')).toEqual([])
  })

  it('of a hub that sends no sounds is found by its names', () => {
    const { sounds: _none, ...plain } = item('x', { zhHans: '百威', en: 'Budweiser' }, [])
    expect(findItems([plain], 'bud')).toHaveLength(1)
  })
})
