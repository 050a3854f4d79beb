/** Figures as a guest reads them: money without needless decimals, the venue's time, rounded waits. */
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { createFormat } from './format.ts'
import { type Locale, parseLocale } from './locale.ts'
import { localized } from './localized.ts'
import { createTranslator } from './translator.ts'

describe('figures', () => {
  test('money is whole unless there are fen', async () => {
    const format = await inShanghai('zh-Hans')
    expect(format.money(128_000)).toBe('¥1,280')
    expect(format.money(1250)).toBe('¥12.50')
    expect(format.money(0)).toBe('¥0')
    expect((await inShanghai('zh-Hant')).money(128_000)).toBe('¥1,280')
    expect((await inShanghai('en')).money(-500)).toBe('-¥5')
  })

  test('a currency without minor units is not divided', async () => {
    const t = createTranslator('en', await loadCatalogue('panel', 'en'))
    expect(createFormat(t, { currency: 'JPY', timeZone: 'Asia/Tokyo' }).money(1280)).toBe('¥1,280')
  })

  test('the time of day is the venue’s', async () => {
    expect((await inShanghai('en')).time(Date.UTC(2026, 10, 23, 16, 5))).toBe('00:05')
  })

  test('a file is never of no size', async () => {
    const format = await inShanghai('zh-Hans')
    expect(format.size(6_204_000)).toBe('6.2\u00a0MB')
    expect(format.size(19_600)).toBe('20\u00a0kB')
    expect(format.size(0)).toBe('1\u00a0kB')
    expect(format.size(999_500)).toBe('1\u00a0MB')
    expect(format.size(12_340_000_000)).toBe('12.3\u00a0GB')
  })

  test('waits round up, and are never nothing', async () => {
    const format = await inShanghai('zh-Hans')
    expect(format.about(11.2 * 60_000)).toBe('约12分钟')
    expect(format.about(0)).toBe('约1分钟')
    expect(format.duration(80 * 60_000)).toBe('1小时20分')
    expect(format.ago(20_000)).toBe('刚刚')
    expect(format.ago(3 * 60_000)).toBe('3分钟前')
    expect(format.clock(27_400)).toBe('0:28')
  })
})

test('a venue’s own names fall back to simplified Chinese', () => {
  const room = { zhHans: '云顶', en: 'Cloud' }
  expect(localized(room, 'en')).toBe('Cloud')
  expect(localized(room, 'zh-Hant')).toBe('云顶')
})

test('tags of browsers and staff are understood', () => {
  expect(['zh-CN', 'zh-TW', 'zh-Hant-HK', 'zh-Hans-HK', 'en-GB', 'pseudo', 'fr'].map(parseLocale)).toEqual([
    'zh-Hans',
    'zh-Hant',
    'zh-Hant',
    'zh-Hans',
    'en',
    'pseudo',
    undefined,
  ])
})

async function inShanghai(locale: Locale) {
  const t = createTranslator(locale, await loadCatalogue('panel', locale))
  return createFormat(t, { currency: 'CNY', timeZone: 'Asia/Shanghai' })
}
