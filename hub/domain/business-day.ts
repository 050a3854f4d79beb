/** The venue's day, which ends in the morning, and its wall clock; right across changes of summer time. */

export interface VenueClock {
  /** IANA name. */
  readonly timeZone: string
  /** Minutes after local midnight at which the business day ends. */
  readonly cutover: number
}

/** The business day of an instant, such as 2026-11-20: at 03:00 on Saturday it is still Friday's night. */
export function businessDayOf(at: number, clock: VenueClock): string {
  const { timeZone, cutover } = clock
  const known = lastDay
  if (known.from <= at && at < known.until && known.timeZone === timeZone && known.cutover === cutover) return known.day
  const day = findBusinessDay(at, clock)
  lastDay = { timeZone, cutover, day, from: startOfBusinessDay(day, clock), until: endOfBusinessDay(day, clock) }
  return day
}

// Every tap asks for its day some thirty times over, and each is the day of the one before.
let lastDay: VenueClock & { readonly day: string; readonly from: number; readonly until: number } = {
  timeZone: '',
  cutover: 0,
  day: '',
  from: 0,
  until: 0,
}

function findBusinessDay(at: number, clock: VenueClock): string {
  const { date } = wallClock(at, clock.timeZone)
  if (at < startOfBusinessDay(date, clock)) return addDays(date, -1)
  // Clocks that go back over midnight show a date again whose next day has begun.
  const next = addDays(date, 1)
  return at < startOfBusinessDay(next, clock) ? date : next
}

/** Ms since the epoch at which business day `day` begins. */
export const startOfBusinessDay = (day: string, { timeZone, cutover }: VenueClock): number =>
  instantOf(day, cutover, timeZone)

/** Ms since the epoch at which business day `day` is over and the next begins. */
export const endOfBusinessDay = (day: string, clock: VenueClock): number => startOfBusinessDay(addDays(day, 1), clock)

export interface WallClock {
  /** YYYY-MM-DD */
  readonly date: string
  /** Since local midnight. */
  readonly minute: number
  /** 0 = Sunday. */
  readonly weekday: number
}

/** What a clock on the venue's wall shows. */
export function wallClock(at: number, timeZone: string): WallClock {
  const shown = new Date(at + offsetAt(at, timeZone))
  return {
    date: shown.toISOString().slice(0, 10),
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    weekday: shown.getUTCDay(),
  }
}

/**
 * When the wall clock shows `minute` (since midnight of `date`; from 1440 on it is the days after). The first time of two
 * when clocks go back; where they go forward over it, as much later as was skipped.
 */
export function instantOf(date: string, minute: number, timeZone: string): number {
  const shown = Date.parse(`${date}T00:00Z`) + minute * 60_000
  const before = shown - offsetAt(shown - dayMs, timeZone)
  const after = shown - offsetAt(shown + dayMs, timeZone)
  const shows = (at: number) => at + offsetAt(at, timeZone) === shown
  return !shows(before) && shows(after) ? after : before
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)

const dayMs = 86_400_000

// Formatting is slow.
const offsets = new Map<string, number>()
const keptOffsets = 1000
/** Clocks are put forward and back on a quarter of an hour, so one answer holds for all of it. */
const quarterMs = 15 * 60_000

/** Local minus universal time, ms. */
function offsetAt(at: number, timeZone: string): number {
  const key = `${Math.floor(at / quarterMs)} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= keptOffsets) offsets.clear()
  const offset = askOffset(at, timeZone)
  offsets.set(key, offset)
  return offset
}

function askOffset(at: number, timeZone: string): number {
  const field = new Map(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => field.get(type) ?? 0
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at / 1000) * 1000
}

// Making a formatter costs some 50 times as much as using it.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}
