import { expect, it } from 'vitest'
import { lowest, sparkline, trendOf } from './trend.ts'

const limits = { least: 4, share: 0.05 }
const values = (count: number, of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at))
/** Up and down as a heap between two collections. */
const saw = (at: number) => (at % 7) * 3

it('is flat where a figure settles, however it moves', () => {
  expect(
    trendOf(
      values(120, at => 60 + saw(at)),
      limits,
    ).flat,
  ).toBe(true)
  expect(
    trendOf(
      values(120, at => Math.min(60, 20 + at) + saw(at)),
      limits,
    ).flat,
  ).toBe(true)
  expect(
    trendOf(
      values(120, at => 100 - at / 10),
      limits,
    ).flat,
  ).toBe(true)
  expect(trendOf([], limits).flat).toBe(true)
  expect(trendOf([7], limits)).toMatchObject({ level: 7, rise: 0, flat: true })
})

it('is not where it goes on rising, even slowly', () => {
  expect(
    trendOf(
      values(120, at => 60 + at / 10 + saw(at)),
      limits,
    ),
  ).toMatchObject({ flat: false })
  expect(
    trendOf(
      values(120, at => at),
      limits,
    ).rise,
  ).toBeCloseTo(59)
  // A handle now and then.
  expect(
    trendOf(
      values(120, at => 40 + Math.floor(at / 15)),
      { least: 2, share: 0 },
    ).flat,
  ).toBe(false)
  expect(
    trendOf(
      values(120, at => 40 + (at % 2)),
      { least: 2, share: 0 },
    ).flat,
  ).toBe(true)
})

it('takes the lowest of each slice, and draws a line', () => {
  expect(lowest([5, 3, 9, 8, 7, 1], 3)).toEqual([3, 8, 1])
  expect(lowest([5], 3)).toEqual([5])
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe('▁▂▃▄▅▆▇█')
  expect(sparkline([4, 4, 4], 10)).toBe('▁▁▁')
  expect(
    sparkline(
      values(100, at => at),
      10,
    ),
  ).toHaveLength(10)
})
