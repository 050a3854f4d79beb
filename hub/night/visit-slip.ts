/** 对单: what one party ordered, whose hands each order went through, and what came on the bill beside it and off it. */
import type { VisitSlip } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { toldComp } from './comp-book.ts'
import { type NightBook, toldKeep } from './night-book.ts'
import { missingOf, orderedIn, returnsIn } from './night-visits.ts'
import { isCharged, toldReturn } from './order-book.ts'

/** Undefined where nothing in the book is of this visit. */
export function visitSlip(book: NightBook, visit: Id): VisitSlip | undefined {
  const stay = book.stayOf(visit)
  if (!stay) return undefined
  const orders = [...book.orders.values()].filter(order => book.stayOf(order.visit) === stay)
  const missing = missingOf(book, stay)
  return {
    visit: stay.visit,
    room: stay.room,
    openedAt: stay.openedAt,
    ...(stay.closedAt !== undefined && { closedAt: stay.closedAt }),
    orders: orders.map(one => ({
      order: one.order,
      source: one.source,
      total: one.total,
      ...(!isCharged(one) && { undone: true as const }),
      lines: one.lines.map(({ line, item, qty, unitPrice }) => ({ line, item, qty, unitPrice })),
      steps: one.steps,
    })),
    returns: returnsIn(book, stay).map(toldReturn),
    comps: book.comps.flatMap(comp => (book.stayOf(comp.visit) === stay ? [toldComp(comp)] : [])),
    keeps: book.keeps.flatMap(keep =>
      keep.visit !== undefined && book.stayOf(keep.visit) === stay ? [toldKeep(keep)] : [],
    ),
    total: orderedIn(book, stay),
    ...(stay.billed !== undefined && { charge: stay.billed }),
    ...(missing > 0 && { missing }),
  }
}
