import { expect, it } from 'vitest'
import { toldApart } from './told-apart.ts'

const sold = (zhHans: string, unit: string, en?: string) => ({
  name: { zhHans, ...(en !== undefined && { en }) },
  unit: { zhHans: unit, en: `${unit} in English` },
})
const list = [sold('青岛纯生', '打', 'Tsingtao'), sold('青岛纯生', '半打', 'Tsingtao'), sold('果盘', '份')]

it('says of two that are called the same what each is sold by, in every language, and of no other', () => {
  expect(list.map(one => toldApart(one, list).zhHans)).toEqual(['青岛纯生 · 打', '青岛纯生 · 半打', '果盘'])
  expect(toldApart(list[0] ?? sold('', ''), list)).toEqual({
    zhHans: '青岛纯生 · 打',
    zhHant: '青岛纯生 · 打',
    en: 'Tsingtao · 打 in English',
  })
  const alone = list.slice(1)
  expect(toldApart(alone[0] ?? sold('', ''), alone).zhHans).toBe('青岛纯生')
})
