import { expect, it } from 'vitest'
import { signLines } from './sign-lines.ts'

const set = (sign: string) => signLines(sign).map(({ parts, from }) => [from, ...parts])

it('sings characters one by one, and words whole', () => {
  expect(set('唱名')).toEqual([[0, '唱', '名']])
  expect(set('Golden')).toEqual([[0, 'Golden']])
  expect(set('スター노래')).toEqual([[0, 'ス', 'タ', 'ー', '노', '래']])
  expect(set('ＫＴＶ！')).toEqual([[0, 'Ｋ', 'Ｔ', 'Ｖ', '！']])
  expect(set('K歌之王88')).toEqual([[0, 'K', '歌', '之', '王', '88']])
})

it('begins a line after each space, and counts on', () => {
  expect(set('金曲 GOLDEN  MIC')).toEqual([
    [0, '金', '曲'],
    [2, 'GOLDEN'],
    [3, 'MIC'],
  ])
})

it('takes a letter for narrower than a character', () => {
  const widths = signLines('金曲 KT kt').map(({ ems }) => ems)
  expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  expect(new Set(widths).size).toBe(3)
})
