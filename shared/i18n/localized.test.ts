import { expect, test } from 'vitest'
import { localized, shown } from './localized.ts'

const name = { zhHans: '芝华士 12 年', en: 'Chivas Regal 12' }

test('a number is not parted from its word at the end of a line, on a screen', () => {
  expect(shown(name, 'en')).toBe('Chivas Regal\u00a012')
  expect(localized(name, 'en')).toBe('Chivas Regal 12')
})

test('a number is not parted from its unit at the end of a line, on a screen', () => {
  expect(shown(name, 'zh-Hant')).toBe('芝华士 12\u00a0年')
  expect(shown({ zhHans: '江小白', en: 'Jiangxiaobai 100 ml' }, 'en')).toBe('Jiangxiaobai 100\u00a0ml')
  expect(shown({ zhHans: '可乐', en: '1.5 l cola, 2 cups' }, 'en')).toBe('1.5\u00a0l cola,\u00a02 cups')
})

test('a number that makes too long a word of its own is let go, rather than broken', () => {
  expect(shown({ zhHans: '五粮液', en: 'Wuliangye 52%' }, 'en')).toBe('Wuliangye 52%')
  expect(shown({ zhHans: '麦卡伦', en: 'The Macallan 12' }, 'en')).toBe('The Macallan\u00a012')
})

test('a dot is not parted from what is before it', () => {
  expect(shown({ zhHans: '青岛纯生 · 半打' }, 'zh-Hans')).toBe('青岛纯生\u00a0· 半打')
})
