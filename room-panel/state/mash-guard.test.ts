/** However long somebody mashes, it is one tap; after a rest it is a new one. */
import { expect, test } from 'vitest'
import { createMashGuard } from './mash-guard.ts'

test('mashing for ten seconds counts once, a tap after a rest again', () => {
  let at = 0
  const guard = createMashGuard(() => at)
  const taps = Array.from({ length: 34 }, () => {
    const counts = guard.lets('ice', 2500)
    at += 300
    return counts
  })
  expect(taps.filter(Boolean)).toHaveLength(1)
  expect(taps[0]).toBe(true)
  at += 2200
  expect(guard.lets('ice', 2500)).toBe(true)
})

test('another tap is another matter, and new guests start anew', () => {
  const guard = createMashGuard(() => 0)
  expect([guard.lets('ice', 2500), guard.lets('cups', 2500), guard.lets('ice', 2500)]).toEqual([true, true, false])
  guard.forget('i')
  expect([guard.lets('ice', 2500), guard.lets('cups', 2500)]).toEqual([true, false])
  guard.forget()
  expect(guard.lets('ice', 2500)).toBe(true)
})
