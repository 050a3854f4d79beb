import { describe, expect, it } from 'vitest'
import { createChance } from '../demo/random.ts'
import { createParties } from './parties.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 20, 12)

describe('how long parties stay', () => {
  it('is 20 to 50 minutes of the evening once the first have come', () => {
    const parties = createParties({ chance: createChance('stay'), speed: 10 })
    const all = Array.from({ length: 100 }, (_, index) => parties.of(`v${index}`, now, now).leavesAt - now)
    for (const stay of all.slice(24)) {
      expect(stay).toBeGreaterThanOrEqual((20 * minute) / 10)
      expect(stay).toBeLessThanOrEqual((50 * minute) / 10)
    }
    // With the others of a house that filled at once, some leave early.
    expect(Math.min(...all.slice(0, 24))).toBeLessThan((20 * minute) / 10)
  })

  it('ends soon, but not at once, for who was there before', () => {
    const parties = createParties({ chance: createChance('before'), speed: 1 })
    const { leavesAt } = parties.of('v1', now - 90 * minute, now)
    expect(leavesAt).toBeGreaterThanOrEqual(now + minute)
    expect(leavesAt).toBeLessThanOrEqual(now + 15 * minute)
  })

  it('is decided once, and forgotten when they are gone', () => {
    const parties = createParties({ chance: createChance('once'), speed: 1 })
    const first = parties.of('v1', now, now)
    first.complained = true
    expect(parties.of('v1', now, now + minute)).toBe(first)
    parties.keepOnly(new Set())
    expect(parties.of('v1', now, now).complained).toBe(false)
  })
})
