/** The night in a line, from running sums. */
import type { NightView } from '../../../shared/protocol/views/console.ts'
import { isUnticked } from '../../domain/order/unticked.ts'
import type { Order, Request, Room, Visit } from '../../domain/state.ts'
import type { Touched, ViewContext } from '../context.ts'
import { isLive } from '../members.ts'
import { createTally } from '../tally.ts'
import type { Sees } from './sees.ts'

const tallyRooms = createTally<Room>(1, ({ visit }) => [visit === undefined ? 0 : 1])
/** Guests in the house; ordered and comps of the whole night, minor units. */
const tallyVisits = createTally<Visit>(3, visit => {
  const { ordered, compTotal, before = { ordered: 0, compTotal: 0 } } = visit
  return [isLive(visit) ? visit.party : 0, ordered - before.ordered, compTotal - before.compTotal]
})
const tallyRequests = createTally<Request>(2, ({ status, what }) => {
  const unsolved = status === 'open' || status === 'acknowledged' ? 1 : 0
  return [unsolved, what.kind === 'complaint' ? unsolved : 0]
})
const tallyOrders = createTally<Order>(1, order => [isUnticked(order) ? 1 : 0])

/** `touched` absent: counts anew. Turnover is what was ordered; the rooms' charge is the cashier's to say. */
export function nightView(
  { state, venue }: ViewContext,
  sees: Sees,
  touched: Touched | undefined,
): NightView | undefined {
  if (!sees.night) return undefined
  const tables = touched?.tables
  const [occupied = 0] = tallyRooms(state.rooms, tables?.rooms ?? 'all')
  const [guests = 0, turnover = 0, comps = 0] = tallyVisits(state.visits, tables?.visits ?? 'all')
  const [openRequests = 0, openComplaints = 0] = tallyRequests(state.requests, tables?.requests ?? 'all')
  const [unticked = 0] = sees.house ? tallyOrders(state.orders, tables?.orders ?? 'all') : []
  return {
    day: state.day,
    occupied,
    rooms: venue.rooms.length,
    guests,
    openRequests,
    openComplaints,
    ...(sees.house && { turnover, comps, unticked }),
  }
}
