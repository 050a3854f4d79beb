import { describe, expect, it } from 'vitest'
import { parts, readOptions } from './options.ts'

describe('what the bench is asked', () => {
  it('is everything, five times, unless told otherwise', () => {
    const { only, scale, json } = readOptions([])
    expect(only).toEqual(parts)
    expect(scale.repetitions).toBeGreaterThanOrEqual(5)
    expect(scale.taps.map(({ panels }) => panels)).toEqual([1, 100, 500, 1000])
    expect(scale.taps.every(({ panels, perSecond }) => perSecond >= panels / 10)).toBe(true)
    expect(scale.crowd.panels.many).toBe(1000)
    expect(scale).toMatchObject({ members: [1000, 100_000], songs: [5800, 300_000] })
    expect(json).toBeUndefined()
  })

  it('may be some parts, in their own order', () => {
    expect(readOptions(['--only', 'sizes', '--only', 'taps']).only).toEqual(['taps', 'sizes'])
    expect(readOptions(['--only=sizes,search', '--quick']).only).toEqual(['search', 'sizes'])
    expect(() => readOptions(['--only', 'coffee'])).toThrow('coffee')
    expect(readOptions(['--panels', '100']).scale.taps.map(({ panels }) => panels)).toEqual([100])
    expect(() => readOptions(['--panels', '7'])).toThrow('500')
    expect(() => readOptions(['--loud'])).toThrow()
  })
})
