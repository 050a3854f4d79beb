/**
 * What the repetitions of five houses come to: each that is large in one way beside the one that is small in all, and one that
 * is no different from it, which shows how much of a difference is none. Pure.
 */
import type { Figure } from '../figure.ts'
import type { Scale } from '../options.ts'
import { median } from '../statistics.ts'

export const sizes = ['small', 'again', 'members', 'rooms', 'years'] as const
export type Size = (typeof sizes)[number]

/** One repetition. */
export interface Cost {
  readonly commands: number
  readonly cpuMs: number
}

/** "Flat within 10 %"; to be cheaper is no fault. */
const flat = 1.1

export function costFigures(
  costs: Readonly<Record<Size, readonly Cost[]>>,
  { members, cost }: Pick<Scale, 'members' | 'cost'>,
): Figure[] {
  const perCommand = (size: Size) => median(costs[size].map(({ commands, cpuMs }) => (cpuMs * 1000) / commands))
  const figure = (size: Exclude<Size, 'small'>, from: string, to: string): Figure => ({
    section: '每条命令 what one command costs as the house grows',
    how: 'CPU of the hub’s process, all threads, one command at a time, the disk’s own sync left out: parties come by card, sing, drink, call, pay and go',
    name: `${from} → ${to}`,
    value: perCommand(size),
    unit: 'µs',
    beside: { what: from, value: perCommand('small') },
    atMost: flat,
    samples: costs[size].reduce((sum, { commands }) => sum + commands, 0),
  })
  const count = (of: number, what: string) => `${of.toLocaleString('en')} ${what}`
  return [
    figure('again', count(members[0], 'members'), 'another such house'),
    figure('members', count(members[0], 'members'), count(members[1], 'members')),
    figure('rooms', count(cost.rooms[0], 'rooms'), count(cost.rooms[1], 'rooms')),
    figure('years', 'a visit each behind them', `night ${(cost.nights + 1).toLocaleString('en')}`),
  ]
}
