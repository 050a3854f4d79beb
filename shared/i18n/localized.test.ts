import { expect, test } from 'vitest'
import { localized, shown } from './localized.ts'

const name = { zhHans: '芝华士 12 年', en: 'Chivas Regal 12' }

test('a number is not parted from its word at the end of a line, on a screen', () => {
  expect(shown(name, 'en')).toBe('Chivas Regal\u00a012')
  expect(shown(name, 'zh-Hant')).toBe('芝华士\u00a012 年')
  expect(localized(name, 'en')).toBe('Chivas Regal 12')
})
