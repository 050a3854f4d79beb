/** The parties of a night, one row each. */
import type { NightVisit } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { faces } from '../../shared/protocol/words.ts'
import type { Call } from './call-book.ts'
import type { Given } from './comp-book.ts'
import type { GivenFace, NightBook, Stay } from './night-book.ts'
import { isCharged, type Ordered, type Returned } from './order-book.ts'
import { grouped, sum } from './rows.ts'

/** What is told of the day itself; of `charged` less where it was undone, of `given` what was not taken back, less what was so of the day before. */
export interface DayRows {
  readonly stays: readonly Stay[]
  readonly orders: readonly Ordered[]
  readonly charged: readonly Ordered[]
  readonly given: readonly Given[]
  readonly returns: readonly Returned[]
  readonly calls: readonly Call[]
}

export function visitsOf(book: NightBook, rows: DayRows, startsAt: number): NightVisit[] {
  const stayOf = (visit: Id | undefined) => (visit === undefined ? undefined : book.stayOf(visit)?.visit)
  const ordersOf = new Map(grouped(rows.orders, ({ visit }) => stayOf(visit)))
  const chargedOf = new Map(grouped(rows.charged, ({ visit }) => stayOf(visit)))
  const callsOf = new Map(grouped(rows.calls, ({ visit }) => stayOf(visit)))
  const compsOf = new Map(grouped(rows.given, ({ visit }) => stayOf(visit)))
  const returnsOf = new Map(grouped(rows.returns, ({ order }) => stayOf(book.orders.get(order)?.visit)))
  return rows.stays.map(stay => {
    const { visit, room, openedAt, closedAt, party, attendant, booker, charge, toldCharge, afterwards } = stay
    const theirs = ordersOf.get(visit) ?? []
    const comps = compsOf.get(visit) ?? []
    const returned = sum(returnsOf.get(visit) ?? [], ({ amount }) => amount)
    const after = firstSongAfter(stay)
    const worst = faces.find(face => facesOf(stay).some(given => given.face === face))
    const billedBefore = toldCharge !== undefined && charge === undefined
    const missing = billedBefore ? 0 : missingOf(book, stay)
    return {
      visit,
      room,
      openedAt,
      ...(openedAt < startsAt && { before: true as const }),
      ...(closedAt !== undefined && { closedAt }),
      party,
      ...(attendant !== undefined && { attendant }),
      ...(booker !== undefined && { booker }),
      ordered: sum(chargedOf.get(visit) ?? [], ({ total }) => total) - returned,
      ...(charge !== undefined && { charge }),
      ...(missing > 0 && { missing }),
      ...(afterwards !== undefined && { afterwards }),
      comps: sum(comps, ({ amount }) => amount),
      reduced: reducedOf(comps),
      returned,
      orders: theirs.filter(({ part }) => !part).length,
      calls: callsOf.get(visit)?.length ?? 0,
      ...(after !== undefined && { firstSongAfter: after }),
      ...(worst && { face: worst }),
    }
  })
}

/** What comes off the bill: a gift was never on it. */
export const reducedOf = (given: readonly Given[]): number =>
  sum(given, ({ kind, amount }) => (kind === 'gift' ? 0 : amount))

/** What was ordered in the whole stay, whichever day it was, less what was returned. */
export const orderedIn = (book: NightBook, stay: Stay): number =>
  sum([...book.orders.values()], order => (isCharged(order) && book.stayOf(order.visit) === stay ? order.total : 0)) -
  sum(returnsIn(book, stay), ({ amount }) => amount)

export const returnsIn = (book: NightBook, stay: Stay): readonly Returned[] =>
  book.returns.filter(({ order }) => {
    const visit = book.orders.get(order)?.visit
    return visit !== undefined && book.stayOf(visit) === stay
  })

/** To the minimum spend, as its bill says; nothing where it was reached. */
export const missingOf = (book: NightBook, stay: Stay): number => Math.max(0, stay.minimumSpend - orderedIn(book, stay))

export const facesOf = (stay: Stay): readonly GivenFace[] => [...stay.faces.values()].filter(({ counts }) => counts)

export function firstSongAfter({ firstSongAt, openedAt }: Stay): number | undefined {
  // Before it was opened: the clock was put back in between, and says nothing of how long that was.
  return firstSongAt === undefined || firstSongAt < openedAt ? undefined : firstSongAt - openedAt
}
