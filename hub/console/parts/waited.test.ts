import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../shared/i18n/catalogue.ts'
import { createFormat } from '../../../shared/i18n/format.ts'
import { createTranslator } from '../../../shared/i18n/translator.ts'
import { waited } from './waited.ts'

test('an alert of an hour and more says hours: 100:02 is no time that anybody reads', async () => {
  const t = createTranslator('en', await loadCatalogue('panel', 'en'))
  const format = createFormat(t, { currency: 'CNY', timeZone: 'Asia/Shanghai' })
  const minute = 60_000
  expect(waited(format, 4 * minute + 8_000)).toBe('4:08')
  expect(waited(format, 60 * minute - 1_000)).toBe('59:59')
  expect(waited(format, 60 * minute)).toBe('1 h')
  expect(waited(format, 100 * minute + 2_000)).toBe('1 h 40 min')
})
