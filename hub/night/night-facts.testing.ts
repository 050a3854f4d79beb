/** Facts of a night in V08 (visit `a`, see party.testing.ts), and the book that holds them. */
import type { Event } from '../domain/events.ts'
import { day, evening, hour, minute } from '../domain/fixture.testing.ts'
import { createNightBook } from './night-book.ts'

export const startsAt = evening - 14 * hour
export const bounds = { day, startsAt, until: evening + 4 * hour }

/** One line per fact; `at` in minutes after the evening's start. */
export function book(...facts: readonly (readonly [at: number, ...events: Event[]])[]) {
  const night = createNightBook()
  for (const [at, ...events] of facts)
    night.add({ at: evening + at * minute, by: { device: 'bar-screen', staff: 'lin' }, events }, true)
  return night
}

export const placed = (order: string, total: number, more: object = {}): Event => ({
  type: 'OrderPlaced',
  order,
  visit: 'a',
  source: 'menu',
  placedBy: 'guest',
  lines: [
    { line: `${order}-1`, item: 'beer', qty: 2, unitPrice: total / 2, options: [], components: [], repeatable: true },
  ],
  total,
  attendant: 'chen',
  needsApproval: false,
  lockedUntil: evening,
  ...more,
})
export const twoLines = ['beer', 'tea'].map((item, at) => ({
  ...{ line: `l${at}`, item, qty: 1, unitPrice: 2000 },
  ...{ options: [], components: [], repeatable: true },
}))
export const accepted = (order: string): Event => ({ type: 'OrderAccepted', order, staff: 'lin', needsTick: true })
export const call = (request: string, visit = 'a'): Event => ({
  type: 'Complained',
  request,
  visit,
  category: 'audio',
  escalatesAt: evening,
})
export const taken = (request: string, staff = 'chen'): Event => ({
  type: 'RequestTaken',
  request,
  staff,
  lapsesAt: evening,
})
export const resolved = (request: string): Event => ({
  type: 'RequestResolved',
  request,
  staff: 'chen',
  outcome: 'fixed',
})

/** Of two days the second's book: what was before `from`, in minutes as the facts, it only knows. */
export function bookFrom(from: number, ...facts: readonly (readonly [at: number, ...events: Event[]])[]) {
  const night = createNightBook()
  for (const [at, ...events] of facts) night.add({ at: evening + at * minute, by: {}, events }, at >= from)
  return night
}
export const given = (comp: string, more: object = {}): Event => ({
  type: 'CompGiven',
  comp,
  visit: 'a',
  kind: 'gift',
  item: 'fruit',
  qty: 3,
  amount: 8800,
  reason: 'complaint',
  by: 'mei',
  period: day,
  ...more,
})
export const reduced = (comp: string, amount: number): Event =>
  given(comp, { kind: 'reduction', item: undefined, qty: undefined, amount })
export const returned = (order: string, line: string, amount: number): Event => ({
  type: 'LineReturned',
  order,
  line,
  qty: 1,
  amount,
  reason: 'unopened',
  by: 'mei',
  second: 'lao',
  period: day,
})
export const billed = (room: number): Event => ({
  type: 'VisitSettled',
  visit: 'a',
  room,
  orders: 0,
  comps: 0,
  unticked: [],
})
