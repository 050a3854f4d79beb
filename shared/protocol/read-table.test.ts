import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { separatorOf, tableRows } from './read-table.ts'

const rows = (text: string, separator = ',') => [...tableRows(text, separator)]
const cells = (text: string) => rows(text).map(row => row.cells)

describe('a table', () => {
  it.each([
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['LF', 'a,b\nc,d'],
    ['CR', 'a,b\rc,d\r'],
    ['empty lines', 'a,b\n\n  \nc,d\n'],
    ['quotes', '"a","b"\n"c",d\n'],
    ['spaces', ' a ,b\n"c" , d\n'],
  ])('with %s', (_what, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('keeps separators, quotes and line ends inside quotes', () => {
    expect(cells('"a,b","say ""hi""","x\r\ny"\nz')).toEqual([['a,b', 'say "hi"', 'x\r\ny'], ['z']])
  })

  it('counts lines as an editor does', () => {
    expect(rows('a\n\n"b\nb"\nc').map(row => row.line)).toEqual([1, 3, 5])
  })

  it.each(['a\n"b,c\nd\n', 'a\n"b"x,c\nd\n'])('marks a row whose quotes are wrong, and goes on: %j', text => {
    expect(rows(text).map(row => [row.line, row.broken ?? false])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
  })

  it.each([
    [',', 'a,b,c\n1;2'],
    ['\t', 'a\tb, c'],
    [';', 'a;b;c'],
    ['|', 'a|b'],
    ['\t', 'one'],
  ])('is separated by %j', (separator, text) => {
    expect(separatorOf(text)).toBe(separator)
  })

  it('reads back whatever was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '吻', '"', ',', '\n', '\r') }).map(text => text.trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), table => {
        const write = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = table.map(row => row.map(write).join(',')).join('\n')
        expect(cells(text)).toEqual(table)
      }),
    )
  })

  it('holds no more cells of a line than any list has columns, quoted or not', () => {
    const commas = ','.repeat(100_000)
    for (const line of [commas, `"a"${commas}`, `"",`.repeat(100_000)]) {
      const [row, next] = [...tableRows(`${line}\na,b`, ',')]
      expect(row?.cells.length).toBeLessThan(300)
      expect(next?.cells).toEqual(['a', 'b'])
    }
    expect(separatorOf(commas)).toBe(',')
  })

  it.each(['\n', '\r', '\r\n'])(
    'goes through a list of 300,000 lines that end in %j once, not once for each of them',
    end => {
      const text = Buffer.from(`1234567,a song of some length,somebody,国语${end}`.repeat(300_000)).toString('utf8')
      let count = 0
      for (const row of tableRows(text, ',')) count += row.cells.length
      expect(count).toBe(1_200_000)
    },
  )
})
