import { expect, test } from 'vitest'
import { createSecondClick, createSteadyHand } from './steady-hand.ts'

function hand() {
  let now = 0
  const isMeant = createSteadyHand(() => now)
  const list = {}
  return {
    list,
    press(target: string, at: number, x = 100, y = 100, on: object = list) {
      now = at
      return isMeant({ list: on, target, x, y })
    },
  }
}

test('what slid under the finger is not pressed, however long it mashes', () => {
  const { press } = hand()
  expect(press('q1 take', 0)).toBe(true)
  expect(press('q2 take', 150)).toBe(false)
  expect(press('q3 take', 500)).toBe(false)
  expect(press('q3 take', 890)).toBe(false)
  expect(press('q4 take', 1300)).toBe(true)
})

test('the same button may be pressed again, and another one by a hand that went there', () => {
  const { press } = hand()
  expect(press('q1 take', 0)).toBe(true)
  expect(press('q1 take', 100)).toBe(true)
  expect(press('q2 take', 200, 100, 180)).toBe(true)
})

test('another list is another matter', () => {
  const { press } = hand()
  press('q1 take', 0)
  expect(press('o1 accept', 100, 100, 100, {})).toBe(true)
})

test('a second click that lands on something else went astray; on the same thing it is meant', () => {
  const isSecond = createSecondClick()
  const [settle, beneath] = [{}, {}]
  expect(isSecond(settle, 1)).toBe(false)
  expect(isSecond(settle, 2)).toBe(false)
  expect(isSecond(beneath, 3)).toBe(true)
  expect(isSecond(beneath, 1)).toBe(false)
  expect(isSecond(null, 2)).toBe(false)
})
