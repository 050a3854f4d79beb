import { expect, it } from 'vitest'
import { createManualClock } from './manual-clock.testing.ts'
import { createRush } from './rush.ts'

function rush() {
  const clock = createManualClock()
  const one = createRush(clock)
  let isOver = false
  void one.over.then(() => {
    isOver = true
  })
  return { ...one, turn: clock.turn, isOver: () => isOver }
}

it('is over when nobody came for half a second', async () => {
  const { begin, came, turn, isOver } = rush()
  await turn(10_000)
  expect(isOver()).toBe(false)
  begin()
  await turn(400)
  came()
  await turn(400)
  expect(isOver()).toBe(false)
  await turn(100)
  expect(isOver()).toBe(true)
})

it('is over after five seconds, however many still come', async () => {
  const { begin, came, turn, isOver } = rush()
  begin()
  for (let tenths = 0; tenths < 49; tenths += 1) {
    await turn(100)
    came()
  }
  expect(isOver()).toBe(false)
  await turn(100)
  expect(isOver()).toBe(true)
})
