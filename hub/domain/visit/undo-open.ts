/** 撤销开台: the wrong room was opened, or the wrong party's, and nothing has come of it yet. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { waitingOf } from '../check-in/waiting.ts'
import { commits, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { wantsCashier } from '../order/unticked.ts'
import type { CheckIn, Order, ReadState, Visit } from '../state.ts'
import { leaving } from './bill.ts'
import { liveVisit } from './live-visit.ts'

/** By the tap's time. */
export function undoOpen(state: ReadState, id: Id, meta: Meta): Decision {
  const visit = liveVisit(state, id)
  if ('refused' in visit) return visit
  const until = undoOpenUntil(state, visit)
  // What they brought along and two people took in leaves no trace on the visit itself.
  const keeps = [...state.keeps.values()].some(one => one.visit === id)
  if (until === undefined || keeps) return refuse('wrong-state', 'look-again', { about: id })
  if (Math.min(meta.tappedAt, meta.at) > until) return refuse('undo-over')
  const { room, members } = visit
  const waitAgain = [...state.checkIns.values()].filter(one => one.visit === id && comesBack(state, visit, one))
  return {
    events: [
      ...commits(leaving(visit, meta.facts)),
      { type: 'VisitCancelled', visit: id, room, members },
      ...waitAgain.flatMap(({ id: checkIn }): Event[] => [
        { type: 'CheckInRestored', checkIn },
        { type: 'CheckInKept', checkIn, lapsesAt: meta.at + meta.venue.policy.checkInLapsesMs },
      ]),
    ],
  }
}

/** Ms since the epoch; undefined where something came of it: it was had, given, paid or said there, or told of the night before. */
export function undoOpenUntil({ orders, requests }: Pick<ReadState, 'orders' | 'requests'>, visit: Visit) {
  const untouched =
    visit.status === 'open' &&
    visit.before === undefined &&
    visit.wasIn.length === 1 &&
    !visit.tookIn &&
    visit.comps.length === 0 &&
    (visit.bottles ?? []).length === 0 &&
    visit.feedback.size === 0 &&
    !visit.orders.some(id => stands(orders.get(id))) &&
    !visit.requests.some(id => requests.get(id)?.what.kind === 'complaint')
  return untouched ? visit.openedAt + undoOpenMs : undefined
}

const undoOpenMs = 10 * 60_000

/** What was refused may have to come out of the cashier still. */
const stands = (order: Order | undefined): boolean =>
  order !== undefined && ((order.status !== 'cancelled' && order.status !== 'rejected') || wantsCashier(order))

/** Unless they were taken off that table, and may be at another, or touched their card again meanwhile. */
const comesBack = (state: ReadState, { members }: Visit, { status, member }: CheckIn): boolean =>
  status === 'seated' && (member === undefined || (members.includes(member) && waitingOf(state, member) === undefined))
