/** A stay that begins in the {@link evening}, by the hour unless told otherwise, and its end. */
import type { EventOf } from '../events.ts'
import { evening, hour } from '../fixture.testing.ts'

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

export const settle = (visit: string) => ({ type: 'SettleVisit', visit }) as const
