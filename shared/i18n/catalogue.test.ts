/** Every language says the same things with the same placeholders, and the pseudo-locale betrays raw text. */
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import type { Locale } from './locale.ts'
import { placeholders, type Text } from './message.ts'
import type { Surface } from './source.ts'
import { createTranslator } from './translator.ts'
import { common } from './zh-hans/common.ts'
import { consolePart } from './zh-hans/console.ts'
import { kiosk } from './zh-hans/kiosk.ts'
import { panel } from './zh-hans/panel.ts'
import { phone } from './zh-hans/phone.ts'
import { guestRefusals, staffRefusals } from './zh-hans/refusals.ts'
import { setup } from './zh-hans/setup.ts'
import { terminal } from './zh-hans/terminal.ts'

const surfaces: readonly Surface[] = [
  'kiosk',
  'phone',
  'panel',
  'console',
  'setup',
  'terminal',
  'wall',
  'trust',
  'paper',
]
const locales: readonly Locale[] = ['zh-Hant', 'en', 'pseudo']

describe.each(surfaces)('the catalogue of the %s', surface => {
  test.each(locales)('says in %s everything the source says, with its placeholders', async locale => {
    const source = await texts(surface, 'zh-Hans')
    const other = await texts(surface, locale)
    expect([...other.keys()].sort()).toEqual([...source.keys()].sort())
    for (const [key, text] of other) {
      const wanted = placeholders(flat(source.get(key))).sort()
      const forms = typeof text === 'string' ? [text] : [text.other]
      for (const form of forms) expect(placeholders(form).sort(), key).toEqual(wanted)
      expect(flat(text).trim(), key).not.toBe('')
    }
  })

  test('brackets every text of the pseudo-locale and makes it a third longer', async () => {
    const english = await texts(surface, 'en')
    for (const [key, text] of await texts(surface, 'pseudo')) {
      expect(flat(text), key).toMatch(/^⟦.*⟧$/s)
      expect(flat(text).length, key).toBeGreaterThanOrEqual(flat(english.get(key)).length * 1.35)
    }
  })
})

test('no part reuses a key of common', () => {
  for (const part of [kiosk, phone, panel, consolePart, setup, terminal, guestRefusals, staffRefusals]) {
    expect(Object.keys(part).filter(key => key in common)).toEqual([])
  }
})

test('English counts, Chinese does not need to', async () => {
  const english = createTranslator('en', await loadCatalogue('panel', 'en'))
  expect(english('people', { count: 1 })).toBe('1 person')
  expect(english('people', { count: 3 })).toBe('3 people')
  expect(english('hoursMinutes', { hours: 1, minutes: 20 })).toBe('1 h 20 min')
  const chinese = createTranslator('zh-Hans', await loadCatalogue('panel', 'zh-Hans'))
  expect(chinese('people', { count: 1 })).toBe('1位')
  expect(chinese('staffComing', { staff: '小陈' })).toBe('小陈马上来')
  expect(chinese.locale).toBe('zh-Hans')
})

// Of the common characters Big5 has those that are written in Taiwan and Hong Kong; a rare name's 䶮 is beyond both.
test.each(surfaces)('the traditional Chinese of the %s has no character that is simplified only', async surface => {
  const simplified = (text: string) =>
    (text.match(/[\u4e00-\u9fff]/g) ?? []).filter(sign => iconv.decode(iconv.encode(sign, 'big5'), 'big5') !== sign)
  expect(simplified('補偿，補償䶮')).toEqual(['偿'])
  for (const [key, text] of await texts(surface, 'zh-Hant')) expect(simplified(flat(text)), key).toEqual([])
})

// V08 is Latin letters and figures: run together with the words they read as one.
test.each(surfaces)('the Chinese of the %s keeps a space between a room and the words about it', async surface => {
  const runTogether = /\p{Script=Han}\{(room|from|into)\}|\{(room|from|into)\}\p{Script=Han}/u
  for (const locale of ['zh-Hans', 'zh-Hant'] as const)
    for (const [key, text] of await texts(surface, locale)) expect(flat(text), key).not.toMatch(runTogether)
})

test('a “no” that no guest hears sends one who does hear it to the staff', async () => {
  for (const locale of ['zh-Hans', 'zh-Hant', 'en', 'pseudo'] as const) {
    const [panel, phone] = [await loadCatalogue('panel', locale), await loadCatalogue('phone', locale)]
    for (const t of [createTranslator<'panel'>(locale, panel), createTranslator<'phone'>(locale, phone)])
      expect(t('refused.easy-pin')).toBe(t('refused.not-allowed'))
    expect(createTranslator<'panel'>(locale, panel)('refused.not-allowed')).not.toContain('⟨')
  }
})

test('a key, its parameters and a translation are held by their types', async () => {
  const t = createTranslator('zh-Hans', await loadCatalogue('panel', 'zh-Hans'))
  // @ts-expect-error: no such key
  expect(t('doesNotExist')).toBe('⟨doesNotExist⟩')
  // @ts-expect-error: the parameter is missing
  expect(t('staffComing')).toBe('{staff}马上来')
  // @ts-expect-error: the parameter has another name
  expect(t('staffComing', { name: '小陈' })).toBe('{staff}马上来')
})

async function texts(surface: Surface, locale: Locale): Promise<Map<string, Text>> {
  return new Map(Object.entries<Text>(await loadCatalogue(surface, locale)))
}

function flat(text: Text | undefined): string {
  return text === undefined ? '' : typeof text === 'string' ? text : text.other
}

test('a guest reads at most 12 characters when the house says no', () => {
  expect(Object.values(guestRefusals).filter(text => Array.from(text).length > 12)).toEqual([])
})
