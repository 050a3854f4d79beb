import { describe, expect, it } from 'vitest'
import { keystrokesFor } from './keystrokes.ts'

describe('keystrokes', () => {
  it('ask after every key: initials, then pinyin, then characters', () => {
    expect(keystrokesFor([{ title: '吻别' }, { title: '浮夸' }, { title: '光辉岁月' }])).toEqual([
      ...['w', 'wb'],
      ...['f', 'fu', 'fuk', 'fuku', 'fukua'],
      ...['光', '光辉', '光辉岁', '光辉岁月'],
    ])
  })

  it('stop before a long title is written out', () => {
    expect(keystrokesFor([{ title: '' }, { title: 'Bohemian Rhapsody' }]).at(-1)).toBe('bohemian')
  })
})
