import { expect, it } from 'vitest'
import { numberOf } from './asked.ts'

it('takes numbers from the least on, and nothing else for one', () => {
  expect([numberOf('kills', '200'), numberOf('minutes', '0.5', 0.5), numberOf('control-minutes', '0', 0)]).toEqual([
    200, 0.5, 0,
  ])
  for (const text of ['0', '-3', 'many', '', ' ', 'Infinity', 'NaN'])
    expect(() => numberOf('kills', text), text).toThrow(`--kills ${text}`)
})
