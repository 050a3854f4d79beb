/**
 * What the repetitions of five houses come to: each that is large in one way beside the one that is small in all, and one that
 * is no different from it, which shows how much of a difference is none. Pure.
 */
import type { Figure } from '../figure.ts'
import type { Scale } from '../options.ts'
import { median } from '../statistics.ts'

export const sizes = ['small', 'again', 'members', 'rooms', 'years'] as const
export type Size = (typeof sizes)[number]
/** `apart`: the small house, with a pause before each command. */
export type Measured = Size | 'apart'

/** One repetition. */
export interface Cost {
  readonly commands: number
  readonly cpuMs: number
}

/** "Flat within 10 %"; to be cheaper is no fault. */
const flat = 1.1

export function costFigures(
  costs: Readonly<Record<Measured, readonly Cost[]>>,
  { members, cost }: Pick<Scale, 'members' | 'cost'>,
): Figure[] {
  const perCommand = (measured: Measured) =>
    median(costs[measured].map(({ commands, cpuMs }) => (cpuMs * 1000) / commands))
  const figure = (measured: Exclude<Measured, 'small'>, from: string, to: string): Figure => ({
    section: '每条命令 what one command costs as the house grows',
    how: 'CPU of the hub’s process, all threads, one command at a time, the disk’s own sync left out: parties come by card, sing, drink, call, pay and go',
    name: `${from} → ${to}`,
    value: perCommand(measured),
    unit: 'µs',
    beside: { what: from, value: perCommand('small') },
    samples: costs[measured].reduce((sum, { commands }) => sum + commands, 0),
  })
  const count = (of: number, what: string) => `${of.toLocaleString('en')} ${what}`
  return [
    ...[
      figure('again', count(members[0], 'members'), 'another such house'),
      figure('members', count(members[0], 'members'), count(members[1], 'members')),
      figure('rooms', count(cost.rooms[0], 'rooms'), count(cost.rooms[1], 'rooms')),
      figure('years', 'a visit each behind them', `night ${(cost.nights + 1).toLocaleString('en')}`),
    ].map(grown => ({ ...grown, atMost: flat })),
    // It decides nothing: what a tap has to bear of the machine that a command among others does not.
    figure('apart', 'one after the other', 'one each 12 ms, on a processor that never rested'),
  ]
}
