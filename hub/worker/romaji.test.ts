import { expect, it } from 'vitest'
import { foldKana, romajiOf } from './romaji.ts'

it.each([
  ['さくら', 'sakura'],
  ['レモン', 'remon'],
  ['きゃりーぱみゅぱみゅ', 'kyaripamyupamyu'],
  ['がっこう', 'gakkou'],
  ['ジュピター', 'jupita'],
  ['ちゃんと', 'chanto'],
  ['ファイト', 'faito'],
  ['ミスチル99', 'misuchiru99'],
])('%s is typed %s', (kana, typed) => {
  expect(romajiOf(kana)).toBe(typed)
})

it('takes katakana and hiragana for one', () => {
  expect(foldKana('サくラ')).toBe('さくら')
})
