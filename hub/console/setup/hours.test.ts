import { expect, test } from 'vitest'
import { hoursOf, minuteOf, typedTime } from './hours.ts'

test('a time of the day goes both ways', () => {
  for (const minute of [0, 59, 60, 1200, 1439]) expect(minuteOf(typedTime(minute))).toBe(minute)
  expect(typedTime(1560)).toBe('02:00')
  expect(minuteOf('')).toBeUndefined()
})

test('what ends before it begins ends the next morning', () => {
  expect(hoursOf(1200, 120)).toEqual({ from: 1200, to: 1560 })
  expect(hoursOf(600, 1080)).toEqual({ from: 600, to: 1080 })
  expect(hoursOf(0, 0)).toEqual({ from: 0, to: 1440 })
  expect(hoursOf(1200, 1560)).toEqual({ from: 1200, to: 1560 })
})
