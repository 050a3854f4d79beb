/** The night on one page: sums over the book, each of which can be counted again row by row. */
import type { NightReport, SlowCall } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Face } from '../../shared/protocol/words.ts'
import { isUnticked } from '../domain/order/unticked.ts'
import { toldUndone } from './bill-book.ts'
import { toldBooking } from './booking-book.ts'
import type { Call } from './call-book.ts'
import { compsOfDay, isInSum, toldComp } from './comp-book.ts'
import { type KeptStep, toldKeep } from './keep-book.ts'
import type { NightBook, Stay } from './night-book.ts'
import { atTable, peopleOf } from './night-people.ts'
import { facesOf, firstSongAfter, reducedOf, visitsOf } from './night-visits.ts'
import { isCharged, type Ordered, toldReturn } from './order-book.ts'
import { median, responsesOf, waited } from './responses.ts'
import { grouped, sum } from './rows.ts'

const slowShown = 10
const hourMs = 3_600_000
const isComplaint = ({ what }: Call): boolean => what.startsWith('complaint-')
/** A service call or complaint with nobody waiting for it is none. */
const isAsked = (call: Call): boolean => call.counts && call.withdrawnAt === undefined

/** `until`: the end of what is told, ms; of a night that is over its cutover. `startsAt`: the day's first moment. */
export function nightReport(book: NightBook, day: { day: string; startsAt: number; until: number }): NightReport {
  const orders = [...book.orders.values()].filter(({ counts }) => counts)
  // It was charged on the day before: what was undone since is taken off on this one.
  const late = [...book.orders.values()].filter(({ counts, undone }) => undone && !counts)
  const told = [...orders, ...late]
  const charged = [...orders.filter(isCharged), ...late.map(order => ({ ...order, total: 0 - order.total }))]
  const stays = [...book.stays.values()].filter(({ counts, into }) => counts && into === undefined)
  const calls = [...book.calls.values()].filter(isAsked)
  const opened = stays.filter(({ openedAt }) => openedAt >= day.startsAt)
  const began = stays.filter(({ firstSongAt = 0 }) => firstSongAt >= day.startsAt)
  const firstSong = median(began.flatMap(stay => firstSongAfter(stay) ?? []))
  const comps = compsOfDay(book.comps)
  const given = comps.filter(isInSum)
  const returns = book.returns.filter(({ counts }) => counts)
  const keeps = book.keeps.filter(({ counts }) => counts)
  const returned = sum(returns, ({ amount }) => amount)
  const rows = { stays, orders, charged, given, returns, calls }
  const bad = stays.flatMap(stay => facesOf(stay).filter(({ face }) => isBad(face)))
  return {
    day: day.day,
    until: day.until,
    visits: visitsOf(book, rows, day.startsAt),
    guests: sum(opened, ({ party }) => party),
    ordered: sum(charged, ({ total }) => total) - returned,
    charged: sum(stays, ({ charge = 0 }) => charge),
    comps: comps.map(toldComp),
    compTotal: sum(given, ({ amount }) => amount),
    reduced: reducedOf(given),
    returned,
    returnCount: returns.length,
    returns: returns.map(toldReturn),
    undoneBills: undoneOf(book),
    cancelled: told.filter(({ status }) => status === 'cancelled').length,
    rejected: told.filter(({ status }) => status === 'rejected').length,
    unticked: untickedOf(book),
    responses: responsesOf(calls, day.until),
    byKind: grouped(calls, ({ what }) => what).map(([what, of]) => ({ what, ...responsesOf(of, day.until) })),
    byRoom: grouped(calls, call => roomOf(book, call.visit)).map(([room, of]) => ({
      room,
      ...responsesOf(of, day.until),
    })),
    people: peopleOf(book, rows, day.until),
    slow: slowest(book, calls, day.until).slice(0, slowShown),
    openComplaints: slowest(
      book,
      calls.filter(call => isComplaint(call) && call.resolvedAt === undefined),
      day.until,
    ),
    withdrawnComplaints: slowest(
      book,
      [...book.calls.values()].filter(call => isComplaint(call) && call.counts && !isAsked(call)),
      day.until,
    ),
    faces: countFaces(stays),
    facesAtTable: atTable(stays).length,
    badFactors: grouped(
      bad.flatMap(({ factors }) => factors),
      factor => factor,
    ).map(([factor, of]) => ({ factor, times: of.length })),
    keepsStored: countKeeps(keeps, 'stored') - countKeeps(keeps, 'undone'),
    keepsDrawn: countKeeps(keeps, 'drawn'),
    keeps: keeps.map(toldKeep),
    lostBookings: [...book.bookings.values()]
      .filter(({ counts }) => counts)
      .sort((a, b) => a.arrivesAt - b.arrivesAt)
      .map(toldBooking),
    songs: sum(stays, ({ songs }) => songs.size),
    ...(firstSong !== undefined && { firstSongMedian: firstSong }),
    hours: hoursOf(day, [...book.stays.values()], [...charged, ...returnsWhenOrdered(book)], calls),
  }
}

/** Of the day's own tickets: a book that was read on says what became of them. */
export const untickedOf = (book: NightBook): NightReport['unticked'] =>
  [...book.orders.values()]
    .filter(order => order.counts && isUnticked(order))
    .map(({ order, visit, total }) => ({ order, visit, room: roomOf(book, visit) ?? '', total }))

/** Of the day's own: a book that was read on says what the next bill came to. */
export const undoneOf = (book: NightBook): NightReport['undoneBills'] =>
  book.undoneBills.filter(({ counts }) => counts).map(toldUndone)

const isBad = (face: Face): boolean => face === 'angry' || face === 'unhappy'
function roomOf(book: NightBook, visit: Id | undefined): Id | undefined {
  return visit === undefined ? undefined : book.stayOf(visit)?.room
}

function slowest(book: NightBook, calls: readonly Call[], until: number): SlowCall[] {
  return calls
    .map(call => {
      const { request, what, visit, at, takenBy, outcome, resolvedAt, resolvedBy, escalated, withdrawnAt } = call
      const room = roomOf(book, visit)
      return {
        request,
        what,
        ...(room !== undefined && { room }),
        at,
        waited: waited(call, until),
        ...(takenBy !== undefined && { takenBy }),
        ...(outcome && { outcome }),
        ...(resolvedAt !== undefined && { solvedAfter: Math.max(0, resolvedAt - at) }),
        ...(resolvedAt !== undefined && resolvedBy !== undefined && resolvedBy !== takenBy && { solvedBy: resolvedBy }),
        ...(escalated > 0 && { escalated }),
        ...(withdrawnAt !== undefined && { withdrawnAfter: Math.max(0, withdrawnAt - at) }),
      }
    })
    .sort((a, b) => b.waited - a.waited)
}

function countFaces(stays: readonly Stay[]): Record<Face, number> {
  const counted: Record<Face, number> = { angry: 0, unhappy: 0, happy: 0, delighted: 0 }
  for (const stay of stays) for (const { face } of facesOf(stay)) counted[face] += 1
  return counted
}

/** Off the hour in which it was ordered, as what was cancelled: of an hour is told what guests kept of it. */
const returnsWhenOrdered = (book: NightBook): readonly Earned[] =>
  book.returns.flatMap(({ counts, order, amount }) => {
    const at = book.orders.get(order)?.at
    return counts && at !== undefined ? [{ at, total: 0 - amount }] : []
  })

type Earned = Pick<Ordered, 'at' | 'total'>

/** One row for each hour from the day's start to its last, but none that has not begun. */
function hoursOf(
  { startsAt, until }: { startsAt: number; until: number },
  stays: readonly Stay[],
  earned: readonly Earned[],
  calls: readonly Call[],
): NightReport['hours'] {
  const hours: NightReport['hours'][number][] = []
  for (let from = startsAt; from < until; from += hourMs) {
    const to = from + hourMs
    const within = ({ at }: { readonly at: number }) => at >= from && at < to
    const end = Math.min(to, until)
    const here = stays.filter(
      ({ openedAt, closedAt, into }) =>
        into === undefined && openedAt < end && (closedAt ?? Number.POSITIVE_INFINITY) >= end,
    )
    hours.push({
      at: from,
      guests: sum(here, ({ party }) => party),
      ordered: sum(earned.filter(within), ({ total }) => total),
      calls: calls.filter(within).length,
    })
  }
  return hours
}

const countKeeps = (keeps: readonly KeptStep[], step: KeptStep['what']): number =>
  keeps.filter(({ what }) => what === step).length
