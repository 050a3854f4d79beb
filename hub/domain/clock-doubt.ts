/**
 * Whether the clock can be right. A machine that is not on the internet and lost its battery comes back with any date, and
 * a night that was begun by mistake in another year would last until that year.
 */
import { addDays, businessDayOf, startOfBusinessDay, type VenueClock } from './business-day.ts'
import type { ReadState } from './state.ts'

/**
 * `behind`: it shows a time before the night that has begun. `ahead`: it is more than a week after the last night, and somebody
 * has to say what day it is before the next one begins.
 */
export type ClockDoubt = 'behind' | 'ahead'

export type HouseClock = VenueClock & { readonly demo: boolean }

/** A house is closed for some days often, and for longer seldom. */
const closedAtMost = 8
/** A clock may be put back a little just after the cutover. Ms. */
const setBackAtMost = 15 * 60_000

/** A house that never had a day has nothing to go by, and a demo may lie for months. */
export function clockDoubt({ day }: Pick<ReadState, 'day'>, clock: HouseClock, now: number): ClockDoubt | undefined {
  const today = businessDayOf(now, clock)
  if (today === day || day === '' || clock.demo) return undefined
  if (today > addDays(day, closedAtMost)) return 'ahead'
  return now < startOfBusinessDay(day, clock) - setBackAtMost ? 'behind' : undefined
}

/** The night to which what happens now belongs: what a wrong clock shows is none. */
export const nightOf = (state: Pick<ReadState, 'day'>, clock: HouseClock, at: number): string =>
  clockDoubt(state, clock, at) === undefined ? businessDayOf(at, clock) : state.day
