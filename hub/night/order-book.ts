/** Orders of a night: what was asked for, whose hands it went through, what came back. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { NightReturn, SlipStep } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { OrderSource } from '../../shared/protocol/words.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { OrderEvent, OrderLine } from '../domain/order/events.ts'
import { partsOf } from '../domain/order/lines.ts'

export interface Ordered {
  readonly order: Id
  readonly visit: Id
  readonly at: number
  readonly source: OrderSource
  readonly lines: readonly OrderLine[]
  readonly total: number
  attendant?: Id
  status: 'placed' | 'accepted' | 'delivered' | 'cancelled' | 'rejected'
  needsTick: boolean
  ticked: boolean
  /** It was taken back or refused on the day that is told. */
  undone: boolean
  readonly steps: SlipStep[]
  readonly counts: boolean
  /** It was lines of an order, and is none that somebody placed. */
  readonly part?: true
}

export interface Returned extends NightReturn {
  /** It came back on the day that is told. */
  readonly counts: boolean
}

export interface OrderBook {
  readonly orders: ReadonlyMap<Id, Ordered>
  readonly returns: readonly Returned[]
  note(event: Extract<OrderEvent, { order: Id }>, at: number, by: LineMeta['by'], counts: boolean): void
  /** As though that visit had never been opened. */
  forget(visit: Id): void
}

export function createOrderBook(roomOf: (visit: Id) => Id): OrderBook {
  const orders = new Map<Id, Ordered>()
  const returns: Returned[] = []

  function note(event: Extract<OrderEvent, { order: Id }>, at: number, by: LineMeta['by'], counts: boolean) {
    const hand = {
      at,
      ...(by.device !== undefined && { device: by.device }),
      ...(by.staff !== undefined && { staff: by.staff }),
    }
    if (event.type === 'OrderPlaced') {
      const { order, visit, source, lines, total, attendant } = event
      const more = attendant === undefined ? {} : { attendant }
      const steps: SlipStep[] = [{ ...hand, what: 'placed' }]
      orders.set(order, {
        order,
        visit,
        at,
        source,
        lines,
        total,
        ...more,
        status: 'placed',
        needsTick: false,
        ticked: false,
        undone: false,
        steps,
        counts,
      })
      return
    }
    const order = orders.get(event.order)
    if (!order) return
    switch (event.type) {
      case 'OrderCancelled':
        order.status = 'cancelled'
        order.undone = counts
        order.steps.push({ ...hand, what: 'cancelled' })
        return
      case 'OrderApproved':
        order.steps.push({ ...hand, staff: event.staff, what: 'approved' })
        return
      case 'OrderAccepted':
        order.status = 'accepted'
        order.needsTick = event.needsTick
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'accepted' })
        return
      case 'OrderDelivered':
        order.status = 'delivered'
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'delivered' })
        return
      case 'OrderDivided': {
        const { part, lines } = event
        const [theirs, rest] = partsOf(order, lines)
        orders.set(order.order, { ...order, ...rest })
        orders.set(part, { ...order, ...theirs, order: part, part: true, steps: [...order.steps] })
        return
      }
      case 'OrderRejected':
        order.status = 'rejected'
        order.undone = counts
        order.steps.push({ ...hand, ...(event.staff !== undefined && { staff: event.staff }), what: 'rejected' })
        return
      case 'LineReturned': {
        const { line, qty, amount, reason, by: giver, second } = event
        const also = second === undefined ? {} : { second }
        order.steps.push({ ...hand, staff: giver, ...also, what: 'returned', line, qty })
        const item = order.lines.find(one => one.line === line)?.item
        const what = { ...(item !== undefined && { item }), qty, amount, reason }
        returns.push({ counts, at, order: order.order, room: roomOf(order.visit), ...what, by: giver, ...also })
        return
      }
      case 'OrderRecalled': {
        order.status = 'accepted'
        // It was not out: who tapped too early did not deliver it.
        const at = order.steps.findLastIndex(({ what }) => what === 'delivered')
        if (at >= 0) order.steps.splice(at, 1)
        return
      }
      case 'TicketPrinted':
      case 'PrintAsked':
        // Paper is no step of its own: that it is accepted is.
        return
      case 'OrderTicked':
        order.ticked = event.ticked
        order.steps.push({ ...hand, what: event.ticked ? 'ticked' : 'unticked' })
        return
      default:
        return assertNever(event)
    }
  }

  function forget(visit: Id) {
    for (const [id, order] of orders) if (order.visit === visit) orders.delete(id)
  }

  return { orders, returns, note, forget }
}

export const isCharged = ({ status }: Ordered): boolean => status !== 'cancelled' && status !== 'rejected'

/** As it is told. */
export const toldReturn = ({ counts: _counts, ...shown }: Returned): NightReturn => shown
