import { expect, it } from 'vitest'
import { verdictOf } from '../figure.ts'
import { crowdFigures, type Round } from './crowd-figures.ts'

const plan = { panels: { few: 10, many: 1010 }, perSecond: 8, ms: 1000 }
const round: Round = {
  hub: {
    heapKb: 30_000,
    rssKb: 36_000,
    alone: [1, 1, 1],
    among: [1.1, 1.1, 1.1],
    blockedMs: 1.8,
    relaysPerCpuSecond: 6100,
    backMs: 2900,
  },
  relay: { relaysPerCpuSecond: 10_000, blockedMs: 1, backMs: 2000 },
  showing: { relaysPerCpuSecond: 7000, blockedMs: 1.5 },
  lowdb: { relaysPerCpuSecond: 400 },
  syncs: [0.8, 0.8, 1],
}
const verdicts = (rounds: readonly Round[]) =>
  crowdFigures(rounds, plan).map(figure => `${figure.name} / ${figure.beside?.what} ${verdictOf(figure)}`)

it('judges each figure by the bar that the house set itself', () => {
  expect(verdicts([round])).toEqual([
    'memory per connection  heap and buffers / limit pass',
    'memory per connection  resident / limit miss',
    'tap → console, 1,010 panels connected  p50 / the same hub, 1 panel pass',
    'tap → console, 1,010 panels connected  p99 / the same hub, 1 panel undefined',
    'relays per CPU-second / bare relay pass',
    'relays per CPU-second / relay that keeps and shows as much undefined',
    'relays per CPU-second / relay + lowdb write pass',
    '1,010 clients back after kill -9 / bare socket.io pass',
    'loop blocked  p99 / one fdatasync p99 pass',
    'loop blocked  p99 / one fdatasync p50 undefined',
    'loop blocked  p99 / bare relay undefined',
    'loop blocked  p99 / relay that keeps and shows as much undefined',
    'one fdatasync  p50 / undefined undefined',
  ])
})

it('takes the median of the rounds, and counts only the clients that came to the few', () => {
  const bad: Round = { ...round, hub: { ...round.hub, heapKb: 900_000, relaysPerCpuSecond: 1, backMs: 60_000 } }
  const [memory, ...others] = crowdFigures([round, bad, round], plan)
  expect(memory).toMatchObject({ value: 30, unit: 'KB', samples: 3 })
  expect(others.map(verdictOf).filter(verdict => verdict === 'miss')).toHaveLength(1)
})
