/** What facts make of orders, and of what their visit owes. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { countInQuota } from '../comp/quota.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { Order, State, Visit } from '../state.ts'
import { withIncluded } from '../visit/tariff.ts'
import type { OrderEvent } from './events.ts'
import { includedIn, partsOf } from './lines.ts'

export function evolveOrder(state: State, event: OrderEvent, { at }: LineMeta): void {
  switch (event.type) {
    case 'UsualPredicted':
      return changeVisit(state, event.visit, () => ({ usual: event.items }))
    case 'FavouriteMarked':
      return changeVisit(state, event.visit, ({ favourites = [] }) => ({ favourites: marked(favourites, event) }))
    case 'OrderPlaced':
      return placed(state, event, at)
    case 'OrderCancelled':
      return voided(state, event.order, { status: 'cancelled' })
    case 'OrderDivided':
      return divided(state, event, at)
    case 'OrderRejected':
      return voided(state, event.order, { status: 'rejected', rejected: event.reason, rejectedAt: at })
    case 'OrderApproved':
      return change(state, event.order, () => ({ status: 'placed' }))
    case 'OrderAccepted': {
      const { staff, needsTick } = event
      return change(state, event.order, () => ({
        status: 'accepted',
        acceptedAt: at,
        ...(staff !== undefined && { acceptedBy: staff }),
        needsTick,
      }))
    }
    case 'OrderDelivered':
      return delivered(state, event, at)
    case 'OrderRecalled':
      return recalled(state, event.order)
    case 'LineReturned':
      return returned(state, event)
    case 'TicketPrinted':
      return printed(state, event.order, at)
    case 'PrintAsked':
      return change(state, event.order, () => ({ printAsked: true }))
    case 'OrderTicked':
      return change(state, event.order, () => ({ ticked: event.ticked }))
    case 'SoldOutSet':
      return event.soldOut ? state.soldOut.set(event.item, true) : state.soldOut.delete(event.item)
    default:
      return assertNever(event)
  }
}

function marked(before: readonly Id[], { item, on }: EventOf<'FavouriteMarked'>): readonly Id[] {
  const others = before.filter(one => one !== item)
  return on ? [...others, item] : others
}

function placed(state: State, event: EventOf<'OrderPlaced'>, at: number): void {
  const { order: id, visit, source, comp, placedBy, total, lockedUntil, attendant, tappedAt, needsApproval } = event
  state.orders.set(id, {
    id,
    visit,
    source,
    ...(comp !== undefined && { comp }),
    lines: event.lines.map(line => ({ ...line, returned: 0 })),
    total,
    status: needsApproval ? 'awaiting-approval' : 'placed',
    placedAt: at,
    ...(tappedAt !== undefined && { tappedAt }),
    placedBy,
    lockedUntil,
    needsTick: false,
    ticked: false,
    ...(attendant !== undefined && { attendant }),
  })
  changeVisit(state, visit, ({ orders, ordered, terms }) => ({
    orders: [...orders, id],
    ordered: ordered + total,
    terms: withIncluded(terms, includedIn(event.lines)),
  }))
}

/** Beside it on the visit, and as far as it. What the visit owes is the same. */
function divided(state: State, { order: id, part, lines }: EventOf<'OrderDivided'>, at: number): void {
  const order = state.orders.get(id)
  if (!order) return
  const [theirs, rest] = partsOf(order, lines)
  state.orders.set(id, { ...order, ...rest, dividedAt: at })
  state.orders.set(part, { ...order, ...theirs, id: part, partOf: id })
  changeVisit(state, order.visit, ({ orders }) => ({ orders: orders.flatMap(one => (one === id ? [id, part] : one)) }))
}

/** Nobody pays for it and nobody keys it. A ticket that was keyed already stays marked: it must come out of the cashier. */
function voided(state: State, id: Id, how: Pick<Order, 'status'> & Partial<Order>): void {
  const order = state.orders.get(id)
  if (!order) return
  state.orders.set(id, { ...order, ...how, needsTick: order.ticked })
  changeVisit(state, order.visit, ({ ordered, terms }) => ({
    ordered: ordered - order.total,
    terms: withIncluded(terms, -includedIn(order.lines)),
  }))
  forgetReward(state, order)
}

/** What a 评价 earned did not come: nothing says any more that it was given. */
function forgetReward(state: State, { visit: id, source, comp, lines }: Order): void {
  const visit = state.visits.get(id)
  if (!visit || source !== 'gift' || comp !== undefined || lines[0]?.item !== visit.rewarded) return
  const { rewarded: _none, ...rest } = visit
  state.visits.set(id, rest)
}

function delivered(state: State, { order: id, staff }: EventOf<'OrderDelivered'>, at: number): void {
  const order = state.orders.get(id)
  if (!order) return
  const by = staff === undefined ? {} : { deliveredBy: staff }
  state.orders.set(id, { ...order, status: 'delivered', deliveredAt: at, ...by })
  changeVisit(state, order.visit, () => ({ lastDeliveryAt: at }))
}

function returned(state: State, { order: id, line, qty, amount, by, period }: EventOf<'LineReturned'>): void {
  const order = state.orders.get(id)
  if (!order) return
  const lines = order.lines.map(one => (one.line === line ? { ...one, returned: one.returned + qty } : one))
  state.orders.set(id, { ...order, lines })
  const back = order.lines.filter(one => one.line === line).map(one => ({ ...one, qty, returned: 0 }))
  changeVisit(state, order.visit, ({ ordered, terms }) => ({
    ordered: ordered - amount,
    terms: withIncluded(terms, -includedIn(back)),
  }))
  countInQuota(state, by, period, amount)
}

function recalled(state: State, id: Id): void {
  const order = state.orders.get(id)
  if (!order) return
  const { deliveredAt: _when, deliveredBy: _who, ...rest } = order
  state.orders.set(id, { ...rest, status: 'accepted' })
}

function printed(state: State, id: Id, at: number): void {
  const order = state.orders.get(id)
  if (!order) return
  const { printAsked: _done, ...rest } = order
  state.orders.set(id, { ...rest, printedAt: at })
}

function change(state: State, id: Id, to: (order: Order) => Partial<Order>): void {
  const order = state.orders.get(id)
  if (order) state.orders.set(id, { ...order, ...to(order) })
}

function changeVisit(state: State, id: Id, to: (visit: Visit) => Partial<Visit>): void {
  const visit = state.visits.get(id)
  if (visit) state.visits.set(id, { ...visit, ...to(visit) })
}
