/** Days in Chengdu, which has no summer time: whole numbers since 1970-01-01, so that 100,000 histories need no calendar. */

export const dayMs = 86_400_000
const chengduMs = 8 * 3_600_000

/** YYYY-MM-DD → day. Throws for what is no date. */
export function dayOf(date: string): number {
  const at = Date.parse(`${date}T00:00Z`)
  if (Number.isNaN(at)) throw new RangeError(`${date} is no date`)
  return at / dayMs
}

/** The business day that holds at `now` (ms): it ends at 06:00. */
export const businessDay = (now: number): number => Math.floor((now + chengduMs - 6 * 3_600_000) / dayMs)

/** Ms since the epoch at which the clock in Chengdu shows `minute` of `day`; from 1440 on that is after midnight. */
export const instantOf = (day: number, minute: number): number => day * dayMs - chengduMs + minute * 60_000

/** 0 = Sunday. */
export const weekdayOf = (day: number): number => (day + 4) % 7

export const isBusy = (day: number): boolean => weekdayOf(day) === 5 || weekdayOf(day) === 6
