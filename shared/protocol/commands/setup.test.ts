import * as v from 'valibot'
import { expect, it } from 'vitest'
import { SaveCategory } from './setup.ts'

const named = (name: unknown) => v.safeParse(SaveCategory, { type: 'SaveCategory', rev: 0, name }).output

it('a name that is left blank in another language is as the first, and the first is never blank', () => {
  for (const blank of ['', '  ', '\u200b'])
    expect(named({ zhHans: '啤酒', zhHant: blank, en: blank })).toMatchObject({ name: { zhHans: '啤酒' } })
  expect(named({ zhHans: '啤酒', zhHant: '', en: ' Beer ' })).toHaveProperty('name', { zhHans: '啤酒', en: 'Beer' })
  expect(v.is(SaveCategory, { type: 'SaveCategory', rev: 0, name: { zhHans: ' ', en: 'Beer' } })).toBe(false)
  expect(v.is(SaveCategory, { type: 'SaveCategory', rev: 0, name: { zhHans: '啤酒', en: 'x'.repeat(37) } })).toBe(false)
})
