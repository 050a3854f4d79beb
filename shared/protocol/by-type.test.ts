import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { byType } from './by-type.ts'

const options = [
  v.strictObject({ type: v.literal('Sing'), song: v.string() }),
  v.strictObject({ type: v.literal('Drink'), qty: v.number() }),
] as const

describe('one of many by its type', () => {
  const read = (raw: unknown) => v.safeParse(byType(options), raw)

  it.each<[unknown]>([
    [{ type: 'Sing', song: 'a' }],
    [{ type: 'Drink', qty: 2 }],
    [{ type: 'Drink', song: 'a' }],
    [{ type: 'Drink', qty: 2, more: 1 }],
    [{ type: 'Sleep' }],
    [{ type: ['Sing'], song: 'a' }],
    [{ type: '__proto__' }],
    [{}],
    [[]],
    ['Sing'],
    [null],
    [undefined],
  ])('reads %j as v.variant does', raw => {
    const found = read(raw)
    const expected = v.safeParse(v.variant('type', options), raw)
    expect({ success: found.success, output: found.success && found.output }).toEqual({
      success: expected.success,
      output: expected.success && expected.output,
    })
  })
})
