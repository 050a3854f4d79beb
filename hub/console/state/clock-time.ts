/** `21:30` on a night of the venue, as an instant and back. A night is called by the day on which it begins. */

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Before this hour it is still the night of the day before. */
const morning = 6 * 60

export interface Tonight {
  /** The business day that is on, YYYY-MM-DD. */
  readonly day: string
  /** Hub time, ms. */
  readonly now: number
  readonly timeZone: string
}

/** Ms since the epoch at which the clock on the wall shows `typed` in the night of `day`; undefined while it is no time yet. */
export function onNight(day: string, typed: string, { day: today, now, timeZone }: Tonight): number | undefined {
  const wanted = minutesOf(typed)
  const nights = Math.round((Date.parse(day) - Date.parse(today)) / dayMs)
  if (wanted === undefined || Number.isNaN(nights)) return undefined
  const gone = sinceMidnight(now, timeZone)
  const midnight = now - gone - (gone < morning * minuteMs ? dayMs : 0)
  const at = midnight + nights * dayMs + ofNight(wanted) * minuteMs
  // Clocks that are put forward or back in between would have shifted it.
  const off = wanted * minuteMs - sinceMidnight(at, timeZone)
  return at + off - Math.round(off / dayMs) * dayMs
}

/** The night an instant belongs to. */
export function nightOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at - morning * minuteMs)
}

/** As a field of hours and minutes wants it. */
export function typedTime(at: number, timeZone: string): string {
  const minutes = Math.floor(sinceMidnight(at, timeZone) / minuteMs)
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
}

/** Minutes since the midnight with which the night's day began. */
const ofNight = (minute: number): number => (minute < morning ? minute + 24 * 60 : minute)

function minutesOf(typed: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})$/.exec(typed)
  if (!found) return undefined
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  return hours > 23 || minutes > 59 ? undefined : hours * 60 + minutes
}

/** Ms. */
function sinceMidnight(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at)
  const of = (type: 'hour' | 'minute' | 'second') => Number(parts.find(part => part.type === type)?.value ?? 0)
  return ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000 + (at % 1000)
}
