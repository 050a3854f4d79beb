/**
 * Whether the clock can be right. A machine that is not on the internet and lost its battery comes back with any date, and
 * a night that was begun by mistake in another year would last until that year.
 */
import { businessDayOf, startOfBusinessDay, type VenueClock } from './business-day.ts'
import type { ReadState } from './state.ts'

/**
 * `behind`: it shows a time before the night that has begun. `ahead`: it is more than a week after the last night, and somebody
 * has to say what day it is before the next one begins.
 */
export type ClockDoubt = 'behind' | 'ahead'

/** A house is closed for some days often, and for longer seldom. Ms. */
const closedAtMost = 8 * 86_400_000
/** A clock may be put back a little just after the cutover. Ms. */
const setBackAtMost = 15 * 60_000

/** A house that never opened has nothing to go by, and a demo may lie for months. */
export function clockDoubt(
  { day, nights }: Pick<ReadState, 'day' | 'nights'>,
  clock: HouseClock,
  now: number,
): ClockDoubt | undefined {
  const today = businessDayOf(now, clock)
  if (today === day || day === '' || nights.size === 0 || clock.demo) return undefined
  const began = startOfBusinessDay(day, clock)
  if (now < began - setBackAtMost) return 'behind'
  return startOfBusinessDay(today, clock) - began > closedAtMost ? 'ahead' : undefined
}

/** The night in whose file a fact of this moment is kept. */
export const nightOf = (state: Pick<ReadState, 'day' | 'nights'>, clock: HouseClock, at: number): string =>
  clockDoubt(state, clock, at) === 'ahead' ? state.day : businessDayOf(at, clock)

export type HouseClock = VenueClock & { readonly demo: boolean }
