import { describe, expect, it } from 'vitest'
import { arrivals, turns } from './schedule.ts'

describe('arrivals', () => {
  const evening = { clients: 500, perSecond: 50, ms: 20_000, seed: 'a' }

  it('are as many as asked for, in order, within the time, from everybody', () => {
    const all = arrivals(evening)
    expect(all).toHaveLength(1000)
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(all.every(({ at, client }) => at >= 0 && at < 20_000 && client >= 0 && client < 500)).toBe(true)
    expect(new Set(all.map(({ client }) => client)).size).toBeGreaterThan(400)
  })

  it('come in no step: gaps are as uneven as those of people who do not know each other', () => {
    const all = arrivals(evening)
    const gaps = all.slice(1).map(({ at }, index) => at - (all[index]?.at ?? 0))
    // Exponential with a mean of 20 ms: e⁻¹ are longer than the mean.
    const long = gaps.filter(gap => gap > 20).length / gaps.length
    expect(long).toBeGreaterThan(0.3)
    expect(long).toBeLessThan(0.44)
  })

  it('are the same for the same seed only', () => {
    expect(arrivals(evening)).toEqual(arrivals(evening))
    expect(arrivals(evening)).not.toEqual(arrivals({ ...evening, seed: 'b' }))
  })
})

describe('turns', () => {
  it('go round', () => {
    expect([0, 1, 2, 3].map(repetition => turns(['a', 'b', 'c'], repetition).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ])
  })
})
