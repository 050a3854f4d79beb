import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from './clock.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

const day = 86_400_000

describe('the clock', () => {
  it('wakes at the time and not before, once', () => {
    const wake = vi.fn()
    createClock().wakeAt(1_000_000 + 40 * day, wake)
    vi.advanceTimersByTime(40 * day - 1)
    expect(wake).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    vi.advanceTimersByTime(day)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('wakes later, never at once, for a time that has passed', () => {
    const wake = vi.fn()
    createClock().wakeAt(5, wake)
    expect(wake).not.toHaveBeenCalled()
    vi.advanceTimersByTime(0)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('notices within half a minute that the time was set forward', () => {
    const wake = vi.fn()
    createClock().wakeAt(1_000_000 + day, wake)
    vi.setSystemTime(1_000_000 + 2 * day)
    vi.advanceTimersByTime(30_000)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('keeps nobody waiting for hours because the time was set back', () => {
    const wake = vi.fn()
    createClock().wakeAt(1_000_000 + 60_000, wake)
    vi.setSystemTime(1_000_000 - day)
    vi.advanceTimersByTime(61_000)
    expect(wake).toHaveBeenCalledTimes(1)
  })

  it('wakes nobody a moment early because the time was set a little', () => {
    const woken: number[] = []
    createClock().wakeAt(1_000_000 + 60_000, () => woken.push(Date.now()))
    vi.setSystemTime(1_000_000 - 500)
    vi.advanceTimersByTime(70_000)
    expect(woken).toEqual([1_000_000 + 60_000])
  })

  it('does not wake who cancelled', () => {
    const wake = vi.fn()
    const cancel = createClock().wakeAt(1_000_000 + day, wake)
    vi.advanceTimersByTime(day / 2)
    cancel()
    vi.advanceTimersByTime(day)
    expect(wake).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})
