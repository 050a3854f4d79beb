import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Id, typedText } from './primitives.ts'

describe('what a person typed', () => {
  it('loses what nobody sees: controls, directions, halves of characters; and has its length after that', () => {
    const twelve = typedText(12)
    for (const hidden of ['\u202e王\u2066总', '王\u0000总', '\u200b王\ufeff总 ', '王\ud800总', '\n王\u001b总\u007f'])
      expect(v.parse(twelve, hidden)).toBe('王总')
    expect(v.parse(twelve, 'e\u0301')).toBe('é')
    for (const unseen of [
      '王\u3164总\u115f',
      '\uffa0王总',
      '王总\u034f\ufe0f',
      '王\u{e0100}总',
      '王\u2028总',
      '\u2800王总',
      '\u0301王总',
    ])
      expect(v.parse(twelve, unseen)).toBe('王总')
    // What makes a heart red is seen; without what it stands behind it is not.
    expect(v.parse(twelve, '王❤\ufe0f🎤')).toBe('王❤\ufe0f🎤')
    for (const none of ['\u3164', '\u2800\u115f', '\u0301\u0302', '\ufe0f', '', '  ', '\u200b\u202e', 'x'.repeat(13)])
      expect(v.is(twelve, none)).toBe(false)
  })

  it('piles no more marks on a letter than some language does: higher ones would write over what stands above', () => {
    const forty = typedText(40)
    expect(v.parse(forty, `王${'\u0301'.repeat(30)}总`)).toBe(`王${'\u0301'.repeat(4)}总`)
    for (const name of ['Nguyễn', 'น้ำผึ้ง', 'श्रीमान्', 'שָׁלוֹם']) expect(v.parse(forty, name)).toBe(name.normalize('NFC'))
  })
})

it('an id is never a path, and never a key that objects have by themselves', () => {
  for (const bad of ['__proto__', '../x', 'a/b', 'a\\b', '', '.', '-', 'a\u0000', 'A', '王', 'a'.repeat(49)])
    expect(v.is(Id, bad)).toBe(false)
})
