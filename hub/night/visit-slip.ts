/** 对单: what one party ordered, whose hands each order went through, and what came on the bill beside it and off it. */
import type { VisitSlip } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { toldUndone } from './bill-book.ts'
import { isStanding, toldComp } from './comp-book.ts'
import { toldKeep } from './keep-book.ts'
import type { NightBook } from './night-book.ts'
import { missingOf, orderedIn, reducedOf, returnsIn } from './night-visits.ts'
import { isCharged, toldReturn } from './order-book.ts'

/** Undefined where nothing in the book is of this visit. */
export function visitSlip(book: NightBook, visit: Id): VisitSlip | undefined {
  const stay = book.stayOf(visit)
  if (!stay) return undefined
  const orders = [...book.orders.values()].filter(order => book.stayOf(order.visit) === stay)
  const comps = book.comps.filter(({ visit: given }) => book.stayOf(given) === stay)
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
    comps: comps.map(toldComp),
    undoneBills: book.undoneBills.filter(({ visit: of }) => book.stayOf(of) === stay).map(toldUndone),
    keeps: book.keeps.flatMap(keep =>
      keep.visit !== undefined && book.stayOf(keep.visit) === stay ? [toldKeep(keep)] : [],
    ),
    total: orderedIn(book, stay),
    reduced: reducedOf(comps.filter(isStanding)),
    ...(stay.billed !== undefined && { charge: stay.billed }),
    ...(missing > 0 && { missing }),
  }
}
