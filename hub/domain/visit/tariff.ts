/** How a room is charged, as it held when the visit was opened. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { addDays, instantOf, wallClock } from '../business-day.ts'
import type { Band, Tariff, VenueConfig } from '../venue-config.ts'

/**
 * Amounts in minor units, instants in ms. `timed` counts from `startsAt`; `block` and `buyout` are paid as a whole.
 * `extensions` counts them; `added` is what they and rooms merged into this visit cost.
 */
export type TariffTerms =
  | {
      kind: 'timed'
      tariff: Id
      perHour: number
      startsAt: number
      endsAt?: number
      extensions: number
      added: number
    }
  | { kind: 'block'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number; added: number }
  | { kind: 'buyout'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number; added: number }

/** What a tariff means for who opens at `at`; undefined when it is not sold at that hour. */
export function termsOf(tariff: Tariff, at: number, timeZone: string): TariffTerms | undefined {
  const held = bandAt(tariff.bands, at, timeZone)
  if (!held) return undefined
  const common = { tariff: tariff.id, startsAt: at, extensions: 0, added: 0 }
  if (tariff.kind === 'timed') return { kind: 'timed', perHour: held.band.price, ...common }
  const endsAt =
    tariff.minutes === undefined ? instantOf(held.date, held.band.to, timeZone) : at + tariff.minutes * minuteMs
  return { kind: tariff.kind, price: held.band.price, endsAt, ...common }
}

/** What the room costs until `at`, extensions and merged rooms included, minor units: what a bill of that moment says. */
export const roomBill = (terms: TariffTerms, at: number): number => chargedBy(terms, at) + terms.added

/** What falls into the time after `from` up to `to`, without extensions. Parts add up to the whole to the last unit. */
export const roomCharge = (terms: TariffTerms, from: number, to: number): number =>
  chargedBy(terms, to) - chargedBy(terms, from)

/**
 * What `minutes` more cost: nothing ahead where every minute is charged anyway; else the hourly price of the class at
 * this hour, and where it has none the same rate as the block.
 */
export function extensionCharge(
  venue: Pick<VenueConfig, 'tariffs' | 'timeZone'>,
  roomClass: Id,
  terms: TariffTerms,
  at: number,
  minutes: number,
): number {
  if (terms.kind === 'timed') return 0
  const hourly = venue.tariffs
    .filter(tariff => tariff.kind === 'timed' && tariff.roomClass === roomClass)
    .map(tariff => bandAt(tariff.bands, at, venue.timeZone)?.band.price)
    .find(price => price !== undefined)
  if (hourly !== undefined) return perMinute(hourly, minutes)
  const length = Math.max(1, (terms.endsAt - terms.startsAt) / minuteMs)
  return Math.round((terms.price * minutes) / length)
}

/** The first band that holds at `at`, and the date on which it began: after midnight that is the day before. */
export function bandAt(
  bands: readonly Band[],
  at: number,
  timeZone: string,
): { readonly band: Band; readonly date: string } | undefined {
  const { date, minute, weekday } = wallClock(at, timeZone)
  const holds = (since: number, day: number) => (band: Band) =>
    band.from <= since && since < band.to && (band.days === undefined || band.days.some(one => one === day))
  const today = bands.find(holds(minute, weekday))
  if (today) return { band: today, date }
  const yesterday = bands.find(holds(minute + dayMinutes, (weekday + 6) % 7))
  return yesterday && { band: yesterday, date: addDays(date, -1) }
}

const minuteMs = 60_000
const dayMinutes = 1440

/** Grows with `at`: the charge of a span is a difference of two of these, so that no rounding gets lost or doubled. */
function chargedBy(terms: TariffTerms, at: number): number {
  if (at < terms.startsAt) return 0
  if (terms.kind !== 'timed') return terms.price
  return perMinute(terms.perHour, Math.floor((at - terms.startsAt) / minuteMs))
}

const perMinute = (perHour: number, minutes: number): number => Math.round((perHour * minutes) / 60)
