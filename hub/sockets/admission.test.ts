import { describe, expect, it } from 'vitest'
import { createAdmission } from './admission.ts'
import { createPace } from './pace.ts'

describe('admission of strangers', () => {
  it('has so many places for an address, and so many in all', () => {
    const admission = createAdmission({ perAddress: 2, inAll: 3 })
    const leave = admission.admit('a')
    expect(admission.admit('a')).toBeDefined()
    expect(admission.admit('a')).toBeUndefined()
    expect(admission.admit('b')).toBeDefined()
    expect(admission.admit('c')).toBeUndefined()
    leave?.()
    leave?.()
    expect(admission.admit('c')).toBeDefined()
    expect(admission.admit('a')).toBeUndefined()
  })
})

describe('the pace of one client', () => {
  it('allows a burst, then so many a second, and says how long to wait', () => {
    let now = 0
    const pace = createPace({ perSecond: 10, burst: 3, now: () => now })
    expect([pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 0, 100])
    now = 100
    expect([pace.take(), pace.take()]).toEqual([0, 100])
    now = 50
    expect(pace.take()).toBe(100)
    now = 10_000
    expect([pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([0, 0, 0, 100])
  })
})
