import { expect, it } from 'vitest'
import { verdictOf } from '../figure.ts'
import { nameOf, tapFigures } from './tap-figures.ts'

const taps = (p50: number, p99: number, count = 400) => [
  Array.from({ length: count }, (_, index) => (index < 0.95 * count ? p50 : p99)),
]
const measured = (hub: number[][], syncs: number[][] = [[0.4]]) =>
  tapFigures('500 panels', { hub, relay: taps(1, 2), synced: taps(1.4, 4), showing: taps(1.5, 4), syncs })
const verdicts = (hub: number[][], syncs?: number[][]) =>
  measured(hub, syncs).map(({ name, beside, ...rest }) =>
    [name.split('  ')[1], beside?.what, verdictOf({ name, ...(beside && { beside }), ...rest })].join(' / '),
  )

it('is held to the relay and to the disk, in the middle and at the end', () => {
  expect(verdicts(taps(1.6, 5))).toEqual([
    'p50 / bare relay / pass',
    'p50 / bare relay + 1.5 fdatasyncs / pass',
    'p50 / bare relay + fdatasync / ',
    'p50 / relay that keeps and shows as much / ',
    'p99 / bare relay / ',
    'p99 / relay that keeps and shows as much / ',
    'p99 / bare relay + fdatasync / pass',
    'one fdatasync p50 /  / ',
  ])
  expect(measured(taps(1.6, 5))[1]?.beside?.value).toBeCloseTo(1.6)
})

it('misses each bar by itself', () => {
  const missed = (all: readonly string[]) => all.filter(one => one.endsWith('miss'))
  expect(missed(verdicts(taps(1.9, 5)))).toEqual(['p50 / bare relay + 1.5 fdatasyncs / miss'])
  expect(missed(verdicts(taps(2.1, 5), [[0.8]]))).toEqual(['p50 / bare relay / miss'])
  expect(missed(verdicts(taps(1.6, 5.1)))).toEqual(['p99 / bare relay + fdatasync / miss'])
})

it('does not judge the slowest of a few', () => {
  expect(verdicts(taps(1.6, 9, 399)).at(6)).toBe('p99 / bare relay + fdatasync / ')
})

it('names so many panels and how often each is tapped', () => {
  expect([nameOf(1, 5), nameOf(1000, 100)]).toEqual(['1 panel × 5 tap/s', '1,000 panels × 0.1 tap/s'])
})
