import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saturate } from './saturate.ts'

// Three taps of each fit into the time by less than a busy machine is late.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('lets every panel tap again and again, one tap at a time, and waits for the last answer', async () => {
  const asked = [0, 0, 0]
  const open = new Set<number>()
  let answers = 0
  const tap = async (panel: number) => {
    expect(open.has(panel)).toBe(false)
    open.add(panel)
    asked[panel] = (asked[panel] ?? 0) + 1
    await new Promise(next => setTimeout(next, 5))
    open.delete(panel)
    answers += 1
    return true
  }
  const saturated = saturate({ tap }, 3, 300)
  await vi.runAllTimersAsync()
  const answered = await saturated
  expect(asked.every(times => times >= 2)).toBe(true)
  expect(answered).toBe(answers)
  expect(answered).toBe(asked.reduce((sum, times) => sum + times, 0))
})

it('says so when a tap is refused: what was counted then means nothing', async () => {
  await expect(saturate({ tap: async () => false }, 2, 200)).rejects.toThrow('refused')
})
