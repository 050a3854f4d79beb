import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Id, typedText } from './primitives.ts'

describe('what a person typed', () => {
  it('loses what nobody sees: controls, directions, halves of characters; and has its length after that', () => {
    const twelve = typedText(12)
    for (const hidden of ['\u202e王\u2066总', '王\u0000总', '\u200b王\ufeff总 ', '王\ud800总', '\n王\u001b总\u007f'])
      expect(v.parse(twelve, hidden)).toBe('王总')
    expect(v.parse(twelve, 'e\u0301')).toBe('é')
    for (const none of ['', '  ', '\u200b\u202e', 'x'.repeat(13)]) expect(v.is(twelve, none)).toBe(false)
  })
})

it('an id is never a path, and never a key that objects have by themselves', () => {
  for (const bad of ['__proto__', '../x', 'a/b', 'a\\b', '', '.', '-', 'a\u0000', 'A', '王', 'a'.repeat(49)])
    expect(v.is(Id, bad)).toBe(false)
})
