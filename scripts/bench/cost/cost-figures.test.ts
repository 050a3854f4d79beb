import { expect, it } from 'vitest'
import { verdictOf } from '../figure.ts'
import { type Cost, costFigures, type Size } from './cost-figures.ts'

const scale = {
  members: [1000, 100_000],
  cost: { rooms: [10, 500], nights: 1825, houses: 1, repetitions: 1, parties: 1, warmUp: 1, guests: 1 },
} as const
const each = (...us: number[]): Cost[] => us.map(one => ({ commands: 1000, cpuMs: one }))
const verdicts = (costs: Partial<Record<Size, Cost[]>>) =>
  costFigures(
    {
      small: each(100),
      again: each(100),
      members: each(100),
      rooms: each(100),
      years: each(100),
      apart: each(300),
      ...costs,
    },
    scale,
  ).map(figure => `${figure.name} ${verdictOf(figure)}`)

it('is flat within a tenth, whatever grew', () => {
  expect(verdicts({ members: each(110), rooms: each(90) })).toEqual([
    '1,000 members → another such house pass',
    '1,000 members → 100,000 members pass',
    '10 rooms → 500 rooms pass',
    'a visit each behind them → night 1,826 pass',
    'one after the other → one each 12 ms, on a processor that never rested undefined',
  ])
  expect(verdicts({ rooms: each(111) })[2]).toBe('10 rooms → 500 rooms miss')
})

it('takes the median of the repetitions', () => {
  expect(verdicts({ years: each(105, 300, 104) })[3]).toBe('a visit each behind them → night 1,826 pass')
  expect(verdicts({ years: each(105, 300, 304) })[3]).toBe('a visit each behind them → night 1,826 miss')
})
