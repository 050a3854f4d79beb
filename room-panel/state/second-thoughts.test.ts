/** Every act has a window of its own, wherever the guest goes meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSecondThoughts } from './second-thoughts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function createDone() {
  const done: string[] = []
  const thoughts = createSecondThoughts(() => Date.now())
  const after = (ms: number, what: string) => thoughts.after(ms, what, () => done.push(what))
  return { done, thoughts, after }
}

test('each is carried out when its own time is over, once', () => {
  const { done, thoughts, after } = createDone()
  after(8000, 'a')
  vi.advanceTimersByTime(5000)
  after(8000, 'b')
  after(8000, 'b')
  expect(thoughts.waiting.value.get('a')?.gone()).toBeCloseTo(0.625)
  vi.advanceTimersByTime(3000)
  expect([done, [...thoughts.waiting.value.keys()]]).toEqual([['a'], ['b']])
  vi.advanceTimersByTime(60_000)
  expect([done, thoughts.waiting.value.size]).toEqual([['a', 'b'], 0])
})

test('what is taken back, and what was of guests who have gone, never is', () => {
  const { done, thoughts, after } = createDone()
  for (const what of ['a', 'b', 'c']) after(8000, what)
  thoughts.takeBack('b')
  vi.advanceTimersByTime(1000)
  thoughts.clear()
  vi.advanceTimersByTime(60_000)
  expect(done).toEqual([])
})
