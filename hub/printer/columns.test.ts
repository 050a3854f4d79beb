import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, pair, widthOf, wrap } from './columns.ts'

describe('columns', () => {
  it('counts Chinese, and every sign that GB18030 has no single byte for, as two', () => {
    expect(widthOf('V08')).toBe(3)
    expect(widthOf('青岛纯生 ×12')).toBe(8 + 1 + 2 + 2)
    expect(widthOf('¥￥䶮')).toBe(6)
  })

  it('breaks between words, and between characters where there are none', () => {
    expect(wrap('Yamazaki 12 years single malt', 12)).toEqual(['Yamazaki 12', 'years single', 'malt'])
    expect(wrap('山崎十二年单一麦芽', 8)).toEqual(['山崎十二', '年单一麦', '芽'])
    expect(wrap('', 8)).toEqual([''])
  })

  it('keeps the right end at the right edge', () => {
    const [line = '', more] = pair('青岛纯生', '×12', columnsOf[58])
    expect(widthOf(line)).toBe(32)
    expect(line.endsWith('×12')).toBe(true)
    expect(more).toBeUndefined()
    expect(pair('一二三四五六七八九十', '×1', 12)).toEqual(['一二三四 ×1', '五六七八', '九十'])
  })

  it('never is wider than the paper, and loses nothing but spaces', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB 12¥酒水唱名䶮×') })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 48 }), (said, columns) => {
        const lines = wrap(said, columns)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''))
      }),
    )
  })
})
