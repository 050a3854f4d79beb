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
