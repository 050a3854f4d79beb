import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRush } from './rush.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function rush() {
  const one = createRush()
  let isOver = false
  void one.over.then(() => {
    isOver = true
  })
  return { ...one, pass: vi.advanceTimersByTimeAsync.bind(vi), isOver: () => isOver }
}

it('is over when nobody came for half a second', async () => {
  const { begin, came, pass, isOver } = rush()
  await pass(10_000)
  expect(isOver()).toBe(false)
  begin()
  await pass(400)
  came()
  await pass(400)
  expect(isOver()).toBe(false)
  await pass(100)
  expect(isOver()).toBe(true)
  came()
  expect(vi.getTimerCount()).toBe(0)
})

it('is over after five seconds, however many still come, and whatever the machine’s clock is set to', async () => {
  const { begin, came, pass, isOver } = rush()
  begin()
  vi.setSystemTime(0)
  for (let tenths = 0; tenths < 49; tenths += 1) {
    await pass(100)
    came()
  }
  expect(isOver()).toBe(false)
  await pass(100)
  expect(isOver()).toBe(true)
})
