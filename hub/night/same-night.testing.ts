/** 早报 is counted from the lines by other code than the state is: to the row they say the same. */
import { expect } from 'vitest'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Face, faces } from '../../shared/protocol/words.ts'
import type { Order, ReadState, Request, Visit } from '../domain/state.ts'
import type { Call } from './call-book.ts'
import { createNightBook, type Fact } from './night-book.ts'
import { nightReport } from './night-report.ts'
import type { Ordered } from './order-book.ts'

/**
 * Of the day that began at `from`: what came before it was told the day before. `state`: what all the lines make of an empty
 * house, with everybody who was there: no day rolled since.
 */
export function expectSameNight(lines: readonly Fact[], state: ReadState, from = 0): void {
  const book = createNightBook()
  for (const line of lines) book.add(line, line.at >= from)
  // Nothing is compared that depends on when it was told.
  const told = nightReport(book, { day: state.day, startsAt: from, until: from })
  const kept = [...state.visits.values()].filter(({ id }) => book.stays.get(id)?.into === undefined)
  const requests = [...state.requests.values()]
  const over = new Set(
    lines.flatMap(({ events }) =>
      events.flatMap(event => (event.type === 'RequestWithdrawn' && event.over ? [event.request] : [])),
    ),
  )
  const asked = requests.filter(
    ({ id, openedAt, status }) => openedAt >= from && (status !== 'withdrawn' || over.has(id)),
  )
  const partsOf = (id: Id) => new Set([...book.stays.keys()].filter(visit => book.stayOf(visit)?.visit === id))
  const charges = kept.flatMap(visit => chargeOf(visit, partsOf(visit.id), lines, from))
  const ordered = orderedOn(lines, state, from)
  const comps = compsOn(kept, lines, from)
  const given = kept.map(({ id, feedback }) => ({ id, all: facesFrom(feedback, from) }))
  const all = given.flatMap(one => one.all)
  const began = songsFrom(lines, from)
  const { calls, taken, resolved, reopened } = told.responses
  expect({
    charges: told.visits.flatMap(({ visit, charge }) => (charge === undefined ? [] : [[visit, charge]])).sort(),
    charged: told.charged,
    ordered: told.ordered,
    orderedByRow: told.visits.reduce((sum, { ordered }) => sum + ordered, 0),
    worst: told.visits.flatMap(({ visit, face }) => (face === undefined ? [] : [[visit, face]])).sort(),
    faces: told.faces,
    songs: told.songs,
    comps: told.compTotal,
    compsByRow: told.visits.reduce((sum, { comps }) => sum + comps, 0),
    missing: kept.flatMap(({ id }) =>
      songsOf(state, id).filter(entry => began.has(entry) && !book.stays.get(id)?.songs.has(entry)),
    ),
    firstSongs: kept.map(({ id }) => [id, book.stays.get(id)?.firstSongAt]),
    answers: requests.map(request => answerTold(request, book.calls.get(request.id))),
    orders: [...state.orders.values()].map(({ id }) => orderTold(id, book.orders.get(id))),
    responses: { calls, taken, resolved, reopened },
  }).toEqual({
    charges: charges.sort(),
    charged: charges.reduce((sum, [, charge]) => sum + charge, 0),
    ordered,
    orderedByRow: ordered,
    worst: given.flatMap(one => (one.all.length === 0 ? [] : [[one.id, worstOf(one.all)]])).sort(),
    faces: Object.fromEntries(faces.map(face => [face, all.filter(one => one === face).length])),
    songs: began.size,
    comps: comps.reduce((sum, { amount }) => sum + amount, 0),
    // A party of the day before is undone here, which the hub refuses once a day rolled: it has no row.
    compsByRow: comps.filter(({ visit }) => book.stayOf(visit)).reduce((sum, { amount }) => sum + amount, 0),
    missing: [],
    firstSongs: kept.map(({ id }) => [id, firstSongOf(id, lines)]),
    answers: requests.map(answerOf),
    orders: [...state.orders.values()].map(orderOf),
    responses: {
      calls: asked.length,
      taken: asked.filter(({ firstTakenAt }) => firstTakenAt !== undefined).length,
      resolved: asked.filter(({ resolvedAt }) => resolvedAt !== undefined).length,
      reopened: asked.filter(one => one.reopened > 0).length,
    },
  })
}

/** How far it came, and each hand in which it is or was; nothing is out that came back before anybody had it. */
const orderOf = ({ id, status, ticked, acceptedAt, acceptedBy, deliveredAt, deliveredBy }: Order) => ({
  id,
  status: status === 'awaiting-approval' ? 'placed' : status,
  ticked,
  accepted: acceptedAt === undefined ? [] : [[acceptedAt, acceptedBy]],
  delivered: deliveredAt === undefined ? [] : [[deliveredAt, deliveredBy]],
})

function orderTold(id: Id, told: Ordered | undefined) {
  const hands = (of: 'accepted' | 'delivered') =>
    (told?.steps ?? []).flatMap(({ what, at, staff }) => (what === of ? [[at, staff]] : []))
  return { id, status: told?.status, ticked: told?.ticked, accepted: hands('accepted'), delivered: hands('delivered') }
}

/**
 * A bill of the day before that was undone is taken off again, also of a party that is part of this one by now, and one made anew
 * is told by what it differs. `parts`: this visit and those that joined it.
 */
function chargeOf(
  { id, settledAt }: Visit,
  parts: ReadonlySet<Id>,
  lines: readonly Fact[],
  from: number,
): [Id, number][] {
  const bills = lines.flatMap(({ at, events }) =>
    events.flatMap((event): { visit: Id; at: number; room: number | undefined }[] => {
      if (event.type === 'VisitSettled' && parts.has(event.visit)) return [{ visit: event.visit, at, room: event.room }]
      return event.type === 'SettleUndone' && parts.has(event.visit)
        ? [{ visit: event.visit, at, room: undefined }]
        : []
    }),
  )
  const before = [...parts].flatMap(part => bills.findLast(({ visit, at }) => visit === part && at < from)?.room ?? [])
  const now = settledAt === undefined ? undefined : bills.findLast(({ visit }) => visit === id)?.room
  if (!bills.some(({ at }) => at >= from) || (before.length === 0 && now === undefined)) return []
  return [[id, (now ?? 0) - before.reduce((sum, room) => sum + room, 0)]]
}

/** What was refused, taken back or returned is off the day on which it was, and on the one on which it was ordered. */
function orderedOn(lines: readonly Fact[], { orders }: ReadState, from: number): number {
  const late = lines.filter(({ at }) => at >= from).flatMap(({ events }) => events)
  const off = late.map(event => {
    if (event.type === 'LineReturned') return event.amount
    if (event.type !== 'OrderCancelled' && event.type !== 'OrderRejected') return 0
    return orders.get(event.order)?.total ?? 0
  })
  const placed = [...orders.values()].map(({ placedAt, total }) => (placedAt >= from ? total : 0))
  return [...placed, ...off.map(amount => -amount)].reduce((sum, amount) => sum + amount, 0)
}

/** What stands of the day's gifts, and less than nothing of those of the day before that were taken back on this one. */
function compsOn(visits: readonly Visit[], lines: readonly Fact[], from: number): { visit: Id; amount: number }[] {
  const early = new Set(
    lines.flatMap(({ at, events }) =>
      events.flatMap(event => (event.type === 'CompGiven' && at < from ? [event.comp] : [])),
    ),
  )
  const late = lines.filter(({ at }) => at >= from).flatMap(({ events }) => events)
  const off = late.flatMap(event =>
    event.type === 'CompTakenBack' && early.has(event.comp) ? [{ visit: event.visit, amount: -event.amount }] : [],
  )
  const standing = visits.flatMap(({ id, comps }) =>
    comps.flatMap(({ at, amount }) => (at >= from ? [{ visit: id, amount }] : [])),
  )
  return [...standing, ...off]
}

const facesFrom = (feedback: Visit['feedback'], from: number): Face[] =>
  [...feedback.values()].filter(({ at }) => at >= from).map(({ face }) => face)

const worstOf = (given: readonly Face[]): Face | undefined => faces.find(face => given.includes(face))

/** What was begun; that a player says so too is no second song. */
function songsFrom(lines: readonly Fact[], from: number): ReadonlySet<Id> {
  const facts = lines.filter(({ at }) => at >= from).flatMap(({ events }) => events)
  const cancelled = new Set(facts.flatMap(event => (event.type === 'VisitCancelled' ? [event.visit] : [])))
  return new Set(
    facts.flatMap(event =>
      event.type === 'SongStarted' && !event.reported && !cancelled.has(event.visit) ? [event.entry] : [],
    ),
  )
}

/** What the hub began by itself says nothing of how long guests wait for their first song. */
function firstSongOf(visit: Id, lines: readonly Fact[]): number | undefined {
  return lines.find(
    ({ by, events }) =>
      !by.system && events.some(event => event.type === 'SongStarted' && !event.reported && event.visit === visit),
  )?.at
}

function songsOf({ playlists }: ReadState, visit: Id): Id[] {
  const list = playlists.get(visit)
  return [...(list?.sung ?? []), ...(list?.playing ? [list.playing] : [])].map(({ entry }) => entry)
}

/** When it was first answered and done; by whom where the state still knows that: whoever has it in hand was the first. */
const answerOf = ({ id, firstTakenAt, takenAt, takenBy, resolvedAt, outcome }: Request) => ({
  id,
  takenAt: firstTakenAt,
  answered: firstTakenAt !== undefined,
  ...(takenAt !== undefined && takenAt === firstTakenAt && { takenBy }),
  resolvedAt,
  outcome,
})

const answerTold = ({ id, firstTakenAt, takenAt }: Request, call: Call | undefined) => ({
  id,
  takenAt: call?.takenAt,
  answered: call?.takenBy !== undefined,
  ...(takenAt !== undefined && takenAt === firstTakenAt && { takenBy: call?.takenBy }),
  resolvedAt: call?.resolvedAt,
  outcome: call?.outcome,
})
