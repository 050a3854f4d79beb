/** 对单: what one party ordered, and whose hands each order went through. */
import type { VisitSlip } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { NightBook } from './night-book.ts'

/** Undefined where nothing in the book is of this visit. */
export function visitSlip(book: NightBook, visit: Id): VisitSlip | undefined {
  const stay = book.stayOf(visit)
  if (!stay) return undefined
  const orders = [...book.orders.values()].filter(order => book.stayOf(order.visit) === stay)
  const returned = book.returns.reduce(
    (sum, { order, amount }) => (orders.some(one => one.order === order) ? sum + amount : sum),
    0,
  )
  const ordered = orders.reduce(
    (sum, { status, total }) => (status === 'cancelled' || status === 'rejected' ? sum : sum + total),
    0,
  )
  return {
    visit: stay.visit,
    room: stay.room,
    openedAt: stay.openedAt,
    ...(stay.closedAt !== undefined && { closedAt: stay.closedAt }),
    orders: orders.map(({ order, source, total, lines, steps }) => ({
      order,
      source,
      total,
      lines: lines.map(({ line, item, qty, unitPrice }) => ({ line, item, qty, unitPrice })),
      steps,
    })),
    comps: book.comps.flatMap(({ comp: _comp, ...comp }) => (book.stayOf(comp.visit) === stay ? [comp] : [])),
    keeps: book.keeps.flatMap(({ visit, ...keep }) =>
      visit !== undefined && book.stayOf(visit) === stay ? [keep] : [],
    ),
    total: ordered - returned,
  }
}
