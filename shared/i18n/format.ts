/**
 * Money, times and durations as a guest reads them. Money is in minor units (fen), instants in ms since the epoch,
 * durations in ms; times of day are the venue's, wherever the device thinks it is.
 *
 *   const format = createFormat(t, { currency: 'CNY', timeZone: 'Asia/Shanghai' })
 */
import { intlTag } from './locale.ts'
import type { Translate } from './translator.ts'

export interface Format {
  /** `¥1,280`, and `¥12.50` only when there are fen. */
  money(minorUnits: number): string
  /** `23:05` in the venue's time zone. */
  time(at: number): string
  /** `11月23日 周一` / `Mon 23 Nov`, in the venue's time zone. */
  day(at: number): string
  /** `约12分钟`; rounds up, never less than a minute. */
  about(ms: number): string
  /** `1小时20分` / `45分钟`; rounds to the minute. */
  duration(ms: number): string
  /** `刚刚`, `3分钟前`, `2小时前`. */
  ago(ms: number): string
  /** `0:28`, for a clock that counts in seconds. */
  clock(ms: number): string
  number(value: number): string
  /** Of a file in bytes: `6.2 MB`, `20 kB`. */
  size(bytes: number): string
  /** Digits after the point in this currency: 2 for fen, 0 for yen. */
  readonly fractionDigits: number
  /** 1 to 12: `5月` / `May`. */
  month(month: number): string
}

/** What formatting needs of a translator: any surface's `t` has it. */
type FormatWords = Translate<'common'>

export function createFormat(t: FormatWords, venue: { readonly currency: string; readonly timeZone: string }): Format {
  const tag = intlTag(t.locale)
  const currency = { style: 'currency', currency: venue.currency, currencyDisplay: 'narrowSymbol' } as const
  const exact = new Intl.NumberFormat(tag, currency)
  const whole = new Intl.NumberFormat(tag, { ...currency, maximumFractionDigits: 0 })
  const fractionDigits = exact.resolvedOptions().maximumFractionDigits ?? 2
  const minorPerUnit = 10 ** fractionDigits
  const plain = new Intl.NumberFormat(tag)
  const { timeZone } = venue
  const timeOfDay = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const date = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', weekday: 'short', timeZone })
  const monthName = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' })
  return {
    money: minorUnits => (minorUnits % minorPerUnit === 0 ? whole : exact).format(minorUnits / minorPerUnit),
    time: at => timeOfDay.format(at),
    day: at => date.format(at),
    about: ms => t('aboutMinutes', { minutes: Math.max(1, Math.ceil(ms / 60_000)) }),
    duration: ms => duration(t, Math.max(0, Math.round(ms / 60_000))),
    ago: ms => ago(t, Math.floor(ms / 60_000)),
    clock: ms => clock(Math.max(0, Math.ceil(ms / 1000))),
    number: value => plain.format(value),
    size: bytes => size(tag, bytes),
    fractionDigits,
    month: month => monthName.format(Date.UTC(2024, month - 1, 1)),
  }
}

function duration(t: FormatWords, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('minutes', { minutes })
  return rest === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes: rest })
}

function ago(t: FormatWords, minutes: number): string {
  if (minutes < 1) return t('justNow')
  return minutes < 60 ? t('minutesAgo', { minutes }) : t('hoursAgo', { hours: Math.floor(minutes / 60) })
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Seldom shown: made when it is. The space does not break. */
function size(tag: string, bytes: number): string {
  const [unit, value] =
    bytes < 999_000
      ? ['kilobyte', Math.max(1, Math.ceil(bytes / 1e3))]
      : bytes < 999e6
        ? ['megabyte', bytes / 1e6]
        : ['gigabyte', bytes / 1e9]
  const words = new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: 1 })
  return words.format(value).replace(' ', '\u00a0')
}
