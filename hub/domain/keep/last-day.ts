/** Until when a bottle is good: to the end of the business day that its label names, whatever hour it was stored at. */
import { businessDayOf, endOfBusinessDay, startOfBusinessDay, type VenueClock } from '../business-day.ts'

interface Ends {
  readonly expiresAt: number
}

/** The day on its label. Older facts name an instant in the middle of it, newer ones the end of it. */
export const lastDayOf = ({ expiresAt }: Ends, clock: VenueClock): string => businessDayOf(expiresAt - 1, clock)

export const goodUntil = (keep: Ends, clock: VenueClock): number => endOfBusinessDay(lastDayOf(keep, clock), clock)

/** The same as `goodUntil` being past, for thousands of bottles at once: which day each ends on is slow to find. */
export const isOver = ({ expiresAt }: Ends, now: number, clock: VenueClock): boolean =>
  expiresAt <= startOfBusinessDay(businessDayOf(now, clock), clock)

/** As every label and list says them. */
export const daysOnLabel = ({ storedAt, ...keep }: Ends & { readonly storedAt?: number }, clock: VenueClock) => ({
  ...(storedAt !== undefined && { storedOn: businessDayOf(storedAt, clock) }),
  lastDay: lastDayOf(keep, clock),
})
