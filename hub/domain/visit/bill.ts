/** 买单 and 关房: what a visit came to, and its end. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { faces, leaveMs, undoSettleMs } from '../../../shared/protocol/words.ts'
import { businessDayOf } from '../business-day.ts'
import { clockDoubt } from '../clock-doubt.ts'
import { takenOff } from '../comp/taken-off.ts'
import { commits, type Decision, type Facts, type Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import { isUnticked, wantsCashier } from '../order/unticked.ts'
import { isLead } from '../principal.ts'
import { isPending } from '../request/pending.ts'
import { seekerTexts } from '../seeker/seeker.ts'
import type { Order, ReadState, Request, Visit } from '../state.ts'
import { billAnswered, billTakenUp } from './bill-call.ts'
import { thoseOf } from './leave.ts'
import { liveVisit } from './live-visit.ts'
import { isStayUnknown, roomBill, roomCharge } from './tariff.ts'

/** What nobody accepted yet must be answered first; what was accepted is on the bill whether or not it was carried in. */
export function settleVisit(state: ReadState, command: CommandOf<'SettleVisit'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  if (visit.status === 'settled') return refuse('already-done', 'look-again', { about: visit.id })
  const orders = ordersOf(state, visit)
  const unanswered = refuseUnanswered(orders)
  if (unanswered) return unanswered
  if (orders.some(wantsCashier) && !meta.sure) return refuse('unticked', 'confirm', { about: visit.id })
  // By an hour that a clock without a battery made up it is nothing, or millions.
  const { terms } = visit
  const wrong = terms.kind === 'timed' && clockDoubt(state, meta.venue, meta.at) !== undefined
  if ((wrong || isStayUnknown(terms, meta.at)) && !meta.sure)
    return refuse('clock-doubtful', 'confirm', { about: visit.id })
  const room = roomBill(visit.terms, meta.at)
  const unticked = orders.filter(isUnticked).map(order => order.id)
  const settled: Event = {
    type: 'VisitSettled',
    visit: visit.id,
    room,
    orders: visit.ordered,
    comps: takenOff(visit),
    unticked,
  }
  return { events: [settled, ...billAnswered(state, visit, meta)] }
}

export function undoSettle(state: ReadState, id: Id, meta: Meta): Decision {
  const visit = liveVisit(state, id)
  if ('refused' in visit) return visit
  if (visit.status !== 'settled') return refuse('not-settled', 'look-again', { about: id })
  const over = undoOver(visit, meta)
  if (over) return over
  return { events: [{ type: 'SettleUndone', visit: id }, ...billTakenUp(state, visit, meta)] }
}

/**
 * By the tap's time. What was paid long ago could come off the bill after all, by one person and without a PIN; a night that is over
 * was told with that bill in it.
 */
function undoOver({ settledAt = 0 }: Visit, { at, tappedAt, by, venue }: Meta): Refusal | undefined {
  const tapped = Math.min(tappedAt, at)
  if (tapped - settledAt <= undoSettleMs) return undefined
  if (businessDayOf(settledAt, venue) !== businessDayOf(tapped, venue)) return refuse('undo-over')
  return isLead(by) ? undefined : refuse('undo-over', 'ask-manager')
}

/** A party that pays first orders on: what nobody keyed in by then is asked about once more, and stays on the bar after. */
export function closeVisit(state: ReadState, id: Id, meta: Pick<Meta, 'sure' | 'facts' | 'at'>): Decision {
  const { sure, facts, at } = meta
  const visit = liveVisit(state, id)
  if ('refused' in visit) return visit
  if (visit.status !== 'settled') return refuse('not-settled', 'settle-first', { about: id })
  const orders = ordersOf(state, visit)
  const unanswered = refuseUnanswered(orders)
  if (unanswered) return unanswered
  if (orders.some(wantsCashier) && !sure) return refuse('unticked', 'confirm', { about: id })
  const requests = visit.requests.flatMap(one => state.requests.get(one) ?? [])
  // Nobody wants ice any more. A complaint is not undone by the guest's going home: somebody answers for it.
  const withdrawn = requests
    .filter(request => isPending(request) && request.what.kind !== 'complaint')
    .map((request): Event => ({ type: 'RequestWithdrawn', request: request.id, over: true }))
  // Of what was done nobody is left to say whether it was: it stands in the room's name no longer.
  const unconfirmed = requests
    .filter(({ status, confirmBy }) => status === 'resolved' && confirmBy !== undefined)
    .map((request): Event => ({ type: 'ConfirmationLapsed', request: request.id }))
  return {
    events: [
      ...withdrawn,
      ...unconfirmed,
      ...commits(leaving(visit, facts)),
      closing(state, visit, orders, requests, at),
    ],
  }
}

/** Whoever was told while this was looked up has ended already. */
export function leaving(visit: Visit, { staged = [], ...facts }: Facts): Facts {
  const texts = seekerTexts(visit)
  return { ...facts, staged: staged.filter(({ id }) => texts.includes(id)) }
}

function closing(
  state: ReadState,
  visit: Visit,
  orders: readonly Order[],
  requests: readonly Request[],
  at: number,
): EventOf<'VisitClosed'> {
  // A skipped song was not sung, and what the clock alone ended may have run before an empty couch, or not at all.
  const sung = (state.playlists.get(visit.id)?.sung ?? []).filter(({ how }) => how === 'played')
  return {
    type: 'VisitClosed',
    visit: visit.id,
    room: visit.room,
    members: thoseOf(visit),
    openedAt: visit.openedAt,
    effectiveSpend: effectiveSpend(visit),
    drunk: drunkIn(orders),
    sung: sung.map(({ song, title, artist }) => ({ song, title, artist })).reverse(),
    ...complaintOf(requests),
    ...worstFace(visit),
    ...sungOn(visit, at),
  }
}

/** On no bill, unless that is made anew: else it would be told to nobody once the room is closed. */
function sungOn({ terms, settledAt = Infinity }: Visit, at: number): Pick<EventOf<'VisitClosed'>, 'afterwards'> {
  if (terms.kind !== 'timed' || at - settledAt <= leaveMs || isStayUnknown(terms, at)) return {}
  const afterwards = roomCharge(terms, settledAt, at)
  return afterwards > 0 ? { afterwards } : {}
}

/** Net of comps and voids, never below nothing. */
function effectiveSpend(visit: Visit): number {
  const room = roomBill(visit.terms, visit.settledAt ?? visit.openedAt)
  return Math.max(0, visit.ordered + room - takenOff(visit))
}

/** What reached the table, package parts by themselves, less what went back. */
function drunkIn(orders: readonly Order[]): { item: Id; qty: number }[] {
  const drunk = new Map<Id, number>()
  const add = (item: Id, qty: number) => qty > 0 && drunk.set(item, (drunk.get(item) ?? 0) + qty)
  for (const { status, lines } of orders) {
    if (status !== 'accepted' && status !== 'delivered') continue
    for (const { item, qty, returned, components } of lines) {
      const kept = qty - returned
      if (components.length === 0) add(item, kept)
      for (const part of components) add(part.item, part.qty * kept)
    }
  }
  return [...drunk].map(([item, qty]) => ({ item, qty }))
}

function complaintOf(requests: readonly Request[]): Pick<EventOf<'VisitClosed'>, 'complaint'> {
  const last = requests.findLast(({ what, status }) => what.kind === 'complaint' && status !== 'withdrawn')
  if (last?.what.kind !== 'complaint') return {}
  const { outcome } = last
  return { complaint: { category: last.what.category, ...(outcome !== undefined && { outcome }) } }
}

function worstFace(visit: Visit): Pick<EventOf<'VisitClosed'>, 'face'> {
  const given = new Set([...visit.feedback.values()].map(({ face }) => face))
  const face = faces.find(one => given.has(one))
  return face === undefined ? {} : { face }
}

const ordersOf = (state: ReadState, visit: Visit): Order[] => visit.orders.flatMap(id => state.orders.get(id) ?? [])

function refuseUnanswered(orders: readonly Order[]): Refusal | undefined {
  const order = orders.find(({ status }) => status === 'placed' || status === 'awaiting-approval')
  return order && refuse('open-orders', 'look-again', { about: order.id })
}
