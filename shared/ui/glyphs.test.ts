/** Which names the shipped fonts can draw. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingGlyphs } from './glyphs.ts'

test('common, traditional, Latin and rare characters are there in both faces', () => {
  for (const face of ['serif', 'sans'] as const) {
    expect(missingGlyphs('王总 欧阳 鄺靈 O’Brien Zoë 3号·', face)).toEqual([])
    expect(missingGlyphs('䶮㛃𬱖', face)).toEqual([])
  }
})

test('a Korean song and a Korean guest are drawn in both faces, by a sheet that is for Hangul only', () => {
  for (const face of ['serif', 'sans'] as const) expect(missingGlyphs('삐딱하게 김철수 ㅋㅋ 힣', face)).toEqual([])
  const sheet = readFileSync(new URL('./fonts/kr.css', import.meta.url), 'utf8')
  const starts = Array.from(sheet.matchAll(/U\+([\da-f]+)/g), ([, hex = '']) => Number.parseInt(hex, 16))
  expect(starts.length).toBeGreaterThan(1000)
  expect(starts.filter(code => !/\p{Script=Hangul}/u.test(String.fromCodePoint(code)))).toEqual([])
})

test('what cannot be drawn is named once, in order', () => {
  expect(missingGlyphs('王𱁬😀𱁬')).toEqual(['𱁬', '😀'])
})

test('a variation selector asks for no glyph of its own', () => {
  expect(missingGlyphs('葛\u{e0100}')).toEqual([])
})

test('every rare slice that the sheet names is there', () => {
  const sheet = readFileSync(new URL('./fonts/rare.css', import.meta.url), 'utf8')
  const files = Array.from(sheet.matchAll(/rare\/[\w-]+\.woff2/g), match => match[0])
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(file => !existsSync(new URL(`./fonts/${file}`, import.meta.url)))).toEqual([])
})

test('no slice claims combining marks together with plain letters: a browser would put ō together from the two, beside each other', () => {
  for (const script of ['sc', 'tc']) {
    const sheet = readFileSync(new URL(`./fonts/${script}.css`, import.meta.url), 'utf8')
    const latin = sheet.match(/unicode-range:\s*U\+0000-00FF[^;]*/g) ?? []
    expect(latin).toHaveLength(3)
    expect(latin.filter(range => /U\+03[0-6]/i.test(range))).toEqual([])
  }
})
