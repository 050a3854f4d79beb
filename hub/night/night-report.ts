/** The night on one page: sums over the book, each of which can be counted again row by row. */
import type { NightPerson, NightReport, NightVisit, SlowCall } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Face, faces } from '../../shared/protocol/words.ts'
import { isUnticked } from '../domain/order/unticked.ts'
import type { Call } from './call-book.ts'
import type { NightBook, Stay } from './night-book.ts'
import type { Ordered } from './order-book.ts'
import { median, responsesOf, waited } from './responses.ts'

const slowShown = 10
const hourMs = 3_600_000
/** A service call or complaint with nobody waiting for it is none. */
const isAsked = (call: Call): boolean => call.counts && !call.withdrawn

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
  const returned = sum(book.returns, ({ amount }) => amount)
  const bad = stays.flatMap(stay => facesOf(stay).filter(({ face }) => isBad(face)))
  return {
    day: day.day,
    seq: book.seq,
    facts: book.facts,
    visits: visitsOf(book, stays, orders, charged, calls),
    guests: sum(opened, ({ party }) => party),
    ordered: sum(charged, ({ total }) => total) - returned,
    charged: sum(stays, ({ charge = 0 }) => charge),
    comps: book.comps.map(({ comp: _comp, ...comp }) => comp),
    compTotal: sum(standing(book), ({ amount }) => amount),
    returned,
    returnCount: book.returns.length,
    returns: book.returns,
    cancelled: told.filter(({ status }) => status === 'cancelled').length,
    rejected: told.filter(({ status }) => status === 'rejected').length,
    unticked: untickedOf(book),
    responses: responsesOf(calls, day.until),
    byKind: grouped(calls, ({ what }) => what).map(([what, of]) => ({ what, ...responsesOf(of, day.until) })),
    byRoom: grouped(calls, call => roomOf(book, call.visit)).map(([room, of]) => ({
      room,
      ...responsesOf(of, day.until),
    })),
    people: peopleOf(book, stays, charged, calls, day.until),
    slow: slowest(book, calls, day.until).slice(0, slowShown),
    openComplaints: slowest(
      book,
      calls.filter(({ what, resolvedAt }) => what.startsWith('complaint-') && resolvedAt === undefined),
      day.until,
    ),
    faces: countFaces(stays),
    facesAtTable: atTable(stays).length,
    badFactors: grouped(
      bad.flatMap(({ factors }) => factors),
      factor => factor,
    ).map(([factor, of]) => ({ factor, times: of.length })),
    keepsStored: countKeeps(book, 'stored') - countKeeps(book, 'undone'),
    keepsDrawn: countKeeps(book, 'drawn'),
    keeps: book.keeps.map(({ visit: _visit, ...keep }) => keep),
    songs: sum(stays, ({ songs }) => songs.size),
    ...(firstSong !== undefined && { firstSongMedian: firstSong }),
    hours: hoursOf(day, [...book.stays.values()], charged, calls),
  }
}

/** Of the day's own tickets: a book that was read on says what became of them. */
export const untickedOf = (book: NightBook): NightReport['unticked'] =>
  [...book.orders.values()]
    .filter(order => order.counts && isUnticked(order))
    .map(({ order, visit, total }) => ({ order, visit, room: roomOf(book, visit) ?? '', total }))

/** What was given and not taken back. */
const standing = ({ comps }: NightBook) => comps.filter(({ takenBack }) => takenBack === undefined)

const isBad = (face: Face): boolean => face === 'angry' || face === 'unhappy'
const isCharged = ({ status }: Ordered): boolean => status !== 'cancelled' && status !== 'rejected'

const facesOf = (stay: Stay) => [...stay.faces.values()].filter(({ counts }) => counts)

const atTable = (stays: readonly Stay[]) => stays.flatMap(facesOf).filter(one => one.atTable)

function firstSongAfter({ firstSongAt, openedAt }: Stay): number | undefined {
  // Who came to a party from another room may have sung there before this one was opened.
  return firstSongAt === undefined ? undefined : Math.max(0, firstSongAt - openedAt)
}

function roomOf(book: NightBook, visit: Id | undefined): Id | undefined {
  return visit === undefined ? undefined : book.stayOf(visit)?.room
}

function visitsOf(
  book: NightBook,
  stays: readonly Stay[],
  orders: readonly Ordered[],
  charged: readonly Ordered[],
  calls: readonly Call[],
): NightVisit[] {
  const stayOf = (visit: Id | undefined) => (visit === undefined ? undefined : book.stayOf(visit)?.visit)
  const ordersOf = new Map(grouped(orders, ({ visit }) => stayOf(visit)))
  const chargedOf = new Map(grouped(charged, ({ visit }) => stayOf(visit)))
  const callsOf = new Map(grouped(calls, ({ visit }) => stayOf(visit)))
  const compsOf = new Map(grouped(standing(book), ({ visit }) => stayOf(visit)))
  const returnsOf = new Map(grouped(book.returns, ({ order }) => stayOf(book.orders.get(order)?.visit)))
  return stays.map(stay => {
    const { visit, room, openedAt, closedAt, party, attendant, booker, charge } = stay
    const theirs = ordersOf.get(visit) ?? []
    const returned = sum(returnsOf.get(visit) ?? [], ({ amount }) => amount)
    const after = firstSongAfter(stay)
    const worst = faces.find(face => facesOf(stay).some(given => given.face === face))
    return {
      visit,
      room,
      openedAt,
      ...(closedAt !== undefined && { closedAt }),
      party,
      ...(attendant !== undefined && { attendant }),
      ...(booker !== undefined && { booker }),
      ordered: sum(chargedOf.get(visit) ?? [], ({ total }) => total) - returned,
      ...(charge !== undefined && { charge }),
      comps: sum(compsOf.get(visit) ?? [], ({ amount }) => amount),
      returned,
      orders: theirs.filter(({ part }) => !part).length,
      calls: callsOf.get(visit)?.length ?? 0,
      ...(after !== undefined && { firstSongAfter: after }),
      ...(worst && { face: worst }),
    }
  })
}

function peopleOf(
  book: NightBook,
  stays: readonly Stay[],
  charged: readonly Ordered[],
  calls: readonly Call[],
  until: number,
): NightPerson[] {
  const ids = new Set<Id>()
  const note = (id: Id | undefined) => {
    if (id !== undefined) ids.add(id)
  }
  for (const { attendant } of charged) note(attendant)
  for (const { booker } of stays) note(booker)
  const given = standing(book)
  for (const { by } of given) note(by)
  for (const { by } of book.returns) note(by)
  const prompted = atTable(stays)
  for (const { attendant } of prompted) note(attendant)
  for (const { takenBy } of calls) note(takenBy)
  const netOf = ({ order, total }: Ordered) =>
    total - sum(book.returns, back => (back.order === order ? back.amount : 0))
  return [...ids].map(staff => {
    const comps = given.filter(({ by }) => by === staff)
    const returns = book.returns.filter(({ by }) => by === staff)
    return {
      staff,
      attended: sum(
        charged.filter(({ attendant }) => attendant === staff),
        netOf,
      ),
      booked: sum(
        charged.filter(({ visit }) => book.stayOf(visit)?.booker === staff),
        netOf,
      ),
      visitsBooked: stays.filter(({ booker }) => booker === staff).length,
      comps: sum(comps, ({ amount }) => amount),
      compCount: comps.length,
      returns: sum(returns, ({ amount }) => amount),
      returnCount: returns.length,
      facesAtTable: prompted.filter(({ attendant }) => attendant === staff).length,
      responses: responsesOf(
        calls.filter(({ takenBy }) => takenBy === staff),
        until,
      ),
    }
  })
}

function slowest(book: NightBook, calls: readonly Call[], until: number): SlowCall[] {
  return calls
    .map(call => {
      const { request, what, visit, at, takenBy, outcome, resolvedAt, resolvedBy, escalated } = call
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
      }
    })
    .sort((a, b) => b.waited - a.waited)
}

function countFaces(stays: readonly Stay[]): Record<Face, number> {
  const counted: Record<Face, number> = { angry: 0, unhappy: 0, happy: 0, delighted: 0 }
  for (const stay of stays) for (const { face } of facesOf(stay)) counted[face] += 1
  return counted
}

/** One row for each hour from the day's start to its last, but none that has not begun. */
function hoursOf(
  { startsAt, until }: { startsAt: number; until: number },
  stays: readonly Stay[],
  charged: readonly Ordered[],
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
      ordered: sum(charged.filter(within), ({ total }) => total),
      calls: calls.filter(within).length,
    })
  }
  return hours
}

/** Groups, the largest first; what has no key is in none. */
function grouped<T, K extends string>(rows: readonly T[], keyOf: (row: T) => K | undefined): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

const countKeeps = ({ keeps }: NightBook, step: NightBook['keeps'][number]['what']): number =>
  keeps.filter(({ what }) => what === step).length
