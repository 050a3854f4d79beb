/** Facts of one evening, for tests of what consoles see of them. */
import type { Event, EventOf } from '../../domain/events.ts'
import { evening, hour, minute, second } from '../../domain/fixture.testing.ts'
import type { ConsoleRole } from '../context.ts'
import { changedSlices, consoleRoles, type House, keysOf } from '../house.testing.ts'
import { wholeView } from '../whole-view.ts'

export const opened: EventOf<'VisitOpened'> = {
  type: 'VisitOpened',
  visit: 'a',
  room: 'v08',
  party: 6,
  host: 'wang',
  terms: { kind: 'timed', tariff: 'big-timed', perHour: 24_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 188_000,
  orderRule: { kind: 'free' },
  discreet: false,
}
export const ordered: EventOf<'OrderPlaced'> = {
  type: 'OrderPlaced',
  order: 'o1',
  visit: 'a',
  source: 'menu',
  placedBy: 'guest',
  lines: [{ line: 'l1', item: 'whisky', qty: 1, unitPrice: 98_000, options: [], components: [], repeatable: true }],
  total: 98_000,
  needsApproval: false,
  lockedUntil: evening + 8 * second,
}
export const accepted: EventOf<'OrderAccepted'> = { type: 'OrderAccepted', order: 'o1', staff: 'bo', needsTick: true }
export const call = (service: 'ice' | 'microphone' | 'staff', visit = 'a'): Event => ({
  type: 'ServiceCalled',
  request: `q-${service}`,
  visit,
  service,
  escalatesAt: evening + minute,
})
export const complained: EventOf<'Complained'> = {
  type: 'Complained',
  request: 'q-c',
  visit: 'a',
  category: 'audio',
  escalatesAt: evening + minute,
}
export const given: EventOf<'CompGiven'> = {
  type: 'CompGiven',
  comp: 'c1',
  visit: 'a',
  kind: 'gift',
  item: 'fruit',
  qty: 1,
  amount: 8_800,
  reason: 'complaint',
  by: 'chen',
  period: '2026-11-20',
}
export const reserved: EventOf<'Reserved'> = {
  type: 'Reserved',
  reservation: 'r1',
  member: 'wang',
  party: 6,
  arrivesAt: evening + hour,
  heldUntil: evening + 2 * hour,
  roomClass: 'big',
  room: 'v05',
  deposit: true,
  booker: 'mei',
  discreet: false,
}
export const rolled: EventOf<'DayRolled'> = { type: 'DayRolled', day: '2026-11-20' }

export const seenBy = (role: ConsoleRole, house: House) => wholeView(house.context(), { kind: 'console', role })
export const changedFor = (role: ConsoleRole, house: House) =>
  changedSlices(house.context(), { kind: 'console', role }, house.touched())
export const rolesWith = (kind: string, house: House): readonly ConsoleRole[] =>
  consoleRoles.filter(role => keysOf(seenBy(role, house), kind).length > 0)
