import { expect, it } from 'vitest'
import { createHubClock, createSteadyClock } from './hub-clock.ts'

it('says whole milliseconds, as the hub takes them, though the page’s even clock counts in parts of them', () => {
  let even = 1_763_640_000_000.4
  const clock = createHubClock(
    createSteadyClock(
      () => even,
      () => 1_763_640_000_000,
    ),
  )
  expect(Number.isSafeInteger(clock.now())).toBe(true)
  clock.learn(1_763_640_050_000)
  even += 0.3
  expect(Number.isSafeInteger(clock.now())).toBe(true)
  expect(clock.now()).toBeGreaterThanOrEqual(1_763_640_050_000)
})

it('goes by what an earlier page heard, on a tablet that is an hour wrong, until the hub is heard again', () => {
  const hour = 3_600_000
  const truth = 1_763_640_000_000
  let local = truth + 5 * 60_000 + hour
  const clock = createHubClock(() => local)
  clock.assume(truth, truth + hour)
  expect(clock.now()).toBe(truth + 5 * 60_000)
  local += 1000
  clock.learn(truth + 6 * 60_000)
  expect(clock.now()).toBe(truth + 6 * 60_000)
})

it('is never back before what was heard, on a tablet that lost its clock with its battery', () => {
  const clock = createHubClock(() => 0)
  clock.assume(1_763_640_000_000, 1_763_640_000_000)
  expect(clock.now()).toBe(1_763_640_000_000)
})
