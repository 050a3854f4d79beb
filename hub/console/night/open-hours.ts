/** The part of a business day in which there was anything: a house that opens at six in the evening has no morning. */
import type { NightReport } from '../../../shared/protocol/night-report.ts'

type Hours = NightReport['hours']

/** With one hour on each side, where there is one, so that the curve begins and ends at nothing. Of a night without guests: all. */
export function openHours(hours: Hours): Hours {
  const busy = hours.flatMap(({ guests, ordered, calls }, at) => (guests + ordered + calls > 0 ? [at] : []))
  const [first = 0] = busy
  const last = busy.at(-1) ?? hours.length
  return hours.slice(Math.max(0, first - 1), last + 2)
}
