/** A stay that begins in the {@link evening}, by the hour unless told otherwise, what is ordered in it, and its end. */
import type { Event, EventOf } from '../events.ts'
import { as, evening, hour, minute } from '../fixture.testing.ts'
import { by } from '../given.testing.ts'

export const lily = by(as('lily'))
export const later = { ...lily, at: evening + 90 * minute }

export const opened = (
  visit: string,
  room: string,
  more: Partial<EventOf<'VisitOpened'>> = {},
): EventOf<'VisitOpened'> => ({
  type: 'VisitOpened',
  visit,
  room,
  party: 4,
  terms: { kind: 'timed', tariff: 'small-timed', perHour: 6_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 0,
  orderRule: { kind: 'free' },
  discreet: false,
  ...more,
})

export const block = {
  kind: 'block',
  tariff: 'mid-block',
  price: 36_800,
  startsAt: evening,
  endsAt: evening + 3 * hour,
  extensions: 0,
  added: 0,
} as const

export const ordered = (
  order: string,
  visit: string,
  more: Partial<EventOf<'OrderPlaced'>> = {},
): EventOf<'OrderPlaced'> => ({
  type: 'OrderPlaced',
  order,
  visit,
  source: 'menu',
  placedBy: 'guest',
  lines: [
    { line: `${order}-1`, item: 'beer', qty: 6, unitPrice: 3_000, options: [], components: [], repeatable: true },
  ],
  total: 18_000,
  needsApproval: false,
  lockedUntil: evening,
  ...more,
})

export const accepted = (order: string, needsTick = false): Event => ({
  type: 'OrderAccepted',
  order,
  staff: 'bo',
  needsTick,
})

export const settled = (visit: string): Event => ({
  type: 'VisitSettled',
  visit,
  room: 0,
  orders: 0,
  comps: 0,
  unticked: [],
})

export const settle = (visit: string) => ({ type: 'SettleVisit', visit }) as const
