/** How a room is charged, as it held when the visit was opened. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { holiday, type PricedDay, pricedDays } from '../../../shared/protocol/words.ts'
import { addDays, instantOf, wallClock } from '../business-day.ts'
import type { Band, Tariff, VenueConfig } from '../venue-config.ts'

/** The venue's clock, and which dates cost what another day does. */
export type Calendar = Pick<VenueConfig, 'timeZone' | 'holidays'>

/**
 * Amounts in minor units, instants in ms. `timed` counts from `startsAt`, at `perHour` until the first of `later`, whose
 * rates hold from their instants on, each minute that is over or `step` minutes as soon as they have begun; `block` and
 * `buyout` are paid as a whole. `extensions` counts them; `added` is what they and rooms merged into this visit cost; `included`:
 * minutes that packages hold. By the hour they are the first ones after `startsAt`, and else those of the next extensions.
 */
export type TariffTerms =
  | {
      kind: 'timed'
      tariff: Id
      perHour: number
      later?: readonly Rate[]
      step?: number
      startsAt: number
      endsAt?: number
      extensions: number
      added: number
      included?: number
    }
  | Whole<'block'>
  | Whole<'buyout'>

interface Whole<Kind> {
  kind: Kind
  tariff: Id
  price: number
  startsAt: number
  endsAt: number
  extensions: number
  added: number
  included?: number
}

/** An hour costs so much from this instant on. */
export interface Rate {
  readonly from: number
  readonly perHour: number
}

/** What a tariff means for who opens at `at`; undefined when it is not sold at that hour. */
export function termsOf(tariff: Tariff, at: number, calendar: Calendar): TariffTerms | undefined {
  const held = bandAt(tariff.bands, at, calendar)
  if (!held) return undefined
  const common = { tariff: tariff.id, startsAt: at, extensions: 0, added: 0 }
  if (tariff.kind === 'timed') {
    const later = laterRates(tariff.bands, { from: at, perHour: held.band.price }, calendar)
    const { step } = tariff
    return {
      kind: 'timed',
      perHour: held.band.price,
      ...(later.length > 0 && { later }),
      ...(step !== undefined && { step }),
      ...common,
    }
  }
  const endsAt =
    tariff.minutes === undefined
      ? instantOf(held.date, held.band.to, calendar.timeZone)
      : at + tariff.minutes * minuteMs
  return { kind: tariff.kind, price: held.band.price, endsAt, ...common }
}

/**
 * What a party goes on by that moves at `at` to a room with this tariff. By the hour it is counted anew from then, and owes for
 * the old room the minutes that are over (a step that has begun is begun once, in the new one); what is paid as a whole costs what
 * the new one does now, until the agreed end. Undefined: not sold at that hour, or counted in another way.
 */
export function termsAfterMove(
  terms: TariffTerms,
  tariff: Tariff,
  at: number,
  calendar: Calendar,
): TariffTerms | undefined {
  const next = termsOf(tariff, at, calendar)
  if (!next) return undefined
  if (terms.kind !== 'timed')
    return next.kind === 'timed' ? undefined : { ...terms, kind: next.kind, tariff: next.tariff, price: next.price }
  if (next.kind !== 'timed') return undefined
  const { step: _begun, ...byTheMinute } = terms
  const { endsAt, extensions } = terms
  const counted = { ...next, ...(endsAt !== undefined && { endsAt }), extensions, added: roomBill(byTheMinute, at) }
  return withIncluded(counted, includedLeft(terms, at))
}

/** So many minutes more that are paid already, or fewer. */
export function withIncluded<T extends TariffTerms>(terms: T, minutes: number): T {
  return minutes === 0 ? terms : { ...terms, included: Math.max(0, (terms.included ?? 0) + minutes) }
}

/** Minutes that are paid and not sung yet. */
export const includedLeft = (terms: TariffTerms, at: number): number =>
  Math.max(0, (terms.included ?? 0) - (terms.kind === 'timed' ? Math.floor((at - terms.startsAt) / minuteMs) : 0))

/**
 * What the room costs until `at`, extensions and merged rooms included, minor units: what a bill of that moment says. A stay that
 * no clock can have measured costs nothing here: nobody is told millions, and the cashier knows.
 */
export const roomBill = (terms: TariffTerms, at: number): number =>
  (isStayUnknown(terms, at) ? 0 : chargedBy(terms, at)) + terms.added

/** By the hour, and begun or ended by a clock that was wrong. */
export const isStayUnknown = ({ kind, startsAt }: TariffTerms, at: number): boolean =>
  kind === 'timed' && (at < startsAt - setBackAtMost || at > startsAt + aheadMs)

/** A clock may be put right a little. Ms. */
const setBackAtMost = 15 * 60_000

/** What falls into the time after `from` up to `to`, without extensions. Parts add up to the whole to the last unit. */
export const roomCharge = (terms: TariffTerms, from: number, to: number): number =>
  chargedBy(terms, to) - chargedBy(terms, from)

/**
 * What `minutes` more cost: nothing ahead where time is charged anyway; else the hourly prices of the class in just those
 * minutes (two halves cost what the whole does), and where it is not sold by the hour then the same rate as the block.
 */
export function extensionCharge(
  venue: Pick<VenueConfig, 'tariffs'> & Calendar,
  roomClass: Id,
  terms: TariffTerms,
  minutes: number,
): number {
  if (terms.kind === 'timed') return 0
  const { startsAt, endsAt, price } = terms
  const byTheHour = venue.tariffs
    .filter(tariff => tariff.kind === 'timed' && tariff.roomClass === roomClass)
    .map(({ step: _whole, ...byTheMinute }) => termsOf(byTheMinute, endsAt, venue))
    .find(found => found !== undefined)
  if (byTheHour) return chargedBy(byTheHour, endsAt + minutes * minuteMs)
  return Math.round((price * minutes) / Math.max(1, (endsAt - startsAt) / minuteMs))
}

/** The first band that holds at `at`, and the date on which it began: after midnight that is the day before. */
export function bandAt(
  bands: readonly Band[],
  at: number,
  { timeZone, holidays = [] }: Calendar,
): { readonly band: Band; readonly date: string } | undefined {
  const { date, minute } = wallClock(at, timeZone)
  const bandOn = (since: number, on: string) => {
    const hours = bands.filter(({ from, to }) => from <= since && since < to)
    const as = holidays.find(one => one.date === on)?.as ?? weekdayOf(on)
    // At hours of which the prices say nothing else, a holiday is a Saturday.
    const own = as === holiday ? hours.find(({ days }) => days?.includes(holiday)) : undefined
    const day = as === holiday ? saturday : as
    return own ?? hours.find(({ days }) => days === undefined || days.includes(day))
  }
  const today = bandOn(minute, date)
  if (today) return { band: today, date }
  const before = addDays(date, -1)
  const yesterday = bandOn(minute + dayMinutes, before)
  return yesterday && { band: yesterday, date: before }
}

const saturday = 6

const weekdayOf = (date: string): PricedDay => {
  const weekday = new Date(date).getUTCDay()
  return pricedDays.find(day => day === weekday) ?? saturday
}

/** Nobody sings longer: from then on the last rate holds. */
const aheadMs = 24 * 60 * 60_000

/** What an hour costs after `first`, each rate from its instant on. Where nothing is sold the rate before goes on. */
function laterRates(bands: readonly Band[], first: Rate, calendar: Calendar): readonly Rate[] {
  const { timeZone } = calendar
  const { date } = wallClock(first.from, timeZone)
  const edges = [addDays(date, -1), date, addDays(date, 1)]
    .flatMap(day => bands.flatMap(({ from, to }) => [instantOf(day, from, timeZone), instantOf(day, to, timeZone)]))
    .filter(edge => edge > first.from && edge < first.from + aheadMs)
  const rates = [first]
  for (const from of [...new Set(edges)].sort((a, b) => a - b)) {
    const perHour = bandAt(bands, from, calendar)?.band.price
    if (perHour !== undefined && perHour !== rates.at(-1)?.perHour) rates.push({ from, perHour })
  }
  return rates.slice(1)
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMinutes = 1440

/** Grows with `at`: the charge of a span is a difference of two of these, so that no rounding gets lost or doubled. */
function chargedBy(terms: TariffTerms, at: number): number {
  if (at < terms.startsAt) return 0
  if (terms.kind !== 'timed') return terms.price
  const { included = 0, startsAt } = terms
  return hourly(terms, at) - (included === 0 ? 0 : hourly(terms, Math.min(at, startsAt + included * minuteMs)))
}

function hourly(terms: Extract<TariffTerms, { kind: 'timed' }>, at: number): number {
  const { startsAt, perHour, later = [], step = 1 } = terms
  // Only minutes that are over count: who opened the wrong room owes nothing yet.
  const minutes = Math.floor((at - startsAt) / minuteMs)
  const end = startsAt + Math.ceil(minutes / step) * step * minuteMs
  let sum = 0
  let until = end
  for (const rate of [...later].reverse()) {
    if (rate.from >= until) continue
    sum += (until - rate.from) * rate.perHour
    until = rate.from
  }
  return Math.round((sum + (until - startsAt) * perHour) / hourMs)
}
