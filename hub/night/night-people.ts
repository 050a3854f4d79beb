/** What each member of staff did in a night, one row each. */
import type { NightPerson } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { GivenFace, NightBook, Stay } from './night-book.ts'
import { type DayRows, facesOf } from './night-visits.ts'
import type { Ordered } from './order-book.ts'
import { responsesOf } from './responses.ts'
import { sum } from './rows.ts'

export function peopleOf(book: NightBook, rows: DayRows, until: number): NightPerson[] {
  const { stays, charged, given, returns, calls } = rows
  const bookerOf = (order: Ordered) => book.stayOf(order.visit)?.booker
  const prompted = atTable(stays)
  const ids = new Set<Id>()
  for (const id of [
    ...charged.map(({ attendant }) => attendant),
    ...stays.map(({ booker }) => booker),
    ...given.map(({ by }) => by),
    ...returns.map(({ by }) => by),
    ...prompted.map(({ attendant }) => attendant),
    ...calls.map(({ takenBy }) => takenBy),
  ])
    if (id !== undefined) ids.add(id)
  // What came back is off on the day on which it did, whenever it was ordered.
  const netWhere = (isTheirs: (order: Ordered) => boolean) =>
    sum(charged.filter(isTheirs), ({ total }) => total) -
    sum(returns, ({ order: id, amount }) => {
      const order = book.orders.get(id)
      return order && isTheirs(order) ? amount : 0
    })
  return [...ids].map(staff => {
    const comps = given.filter(({ by }) => by === staff)
    const theirs = returns.filter(({ by }) => by === staff)
    return {
      staff,
      attended: netWhere(({ attendant }) => attendant === staff),
      booked: netWhere(order => bookerOf(order) === staff),
      visitsBooked: stays.filter(({ booker }) => booker === staff).length,
      comps: sum(comps, ({ amount }) => amount),
      compCount: comps.filter(({ counts }) => counts).length,
      returns: sum(theirs, ({ amount }) => amount),
      returnCount: theirs.length,
      facesAtTable: prompted.filter(({ attendant }) => attendant === staff).length,
      responses: responsesOf(
        calls.filter(({ takenBy }) => takenBy === staff),
        until,
      ),
    }
  })
}

export const atTable = (stays: readonly Stay[]): readonly GivenFace[] =>
  stays.flatMap(facesOf).filter(one => one.atTable)
