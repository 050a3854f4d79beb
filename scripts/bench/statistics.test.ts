import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, percentile, spreadOf } from './statistics.ts'

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  it('is a value that was measured', () => {
    expect([0, 0.5, 0.99, 1].map(share => percentile(hundred, share))).toEqual([1, 50, 99, 100])
    expect(percentile([7], 0.99)).toBe(7)
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })

  it('has at least its share of all at or below it, and nothing smaller has', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent / 100)
        const upTo = (limit: number) => values.filter(value => value <= limit).length * 100
        expect(upTo(found)).toBeGreaterThanOrEqual(percent * values.length)
        expect(upTo(found - 1)).toBeLessThan(percent * values.length)
      }),
    )
  })

  it('counts what never came as slowest', () => {
    expect(percentile([1, 2, Number.POSITIVE_INFINITY], 0.99)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the median', () => {
  it('is the middle one, or between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 6])).toBe(5.5)
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('repetitions', () => {
  it('count each for itself: one bad one changes nothing', () => {
    const calm = [1, 2, 3]
    expect(spreadOf([calm, [100, 200, 300], calm])).toEqual({ p50: 2, p99: 3, samples: 9 })
  })
})
