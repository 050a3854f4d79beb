/** What may be asked about an order in its life: placed → accepted → delivered, or cancelled, rejected, returned. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { recallMs } from '../../../shared/protocol/words.ts'
import { compOfTicket, takenBack } from '../comp/take-back.ts'
import { accept, already, type Decision, isRefusal, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { keptOf, wasOut } from '../keep/left-over.ts'
import { openService } from '../request/open.ts'
import { actingStaff } from '../staff/acting-staff.ts'
import type { Order, ReadState, Visit } from '../state.ts'
import { markFavourite } from './favourite.ts'
import { isLongMade } from './long-made.ts'
import { placeOrder, placeOrderFor } from './place.ts'
import { returnLine } from './return-line.ts'

export type OrderCommand = CommandOf<
  | 'PlaceOrder'
  | 'UndoOrder'
  | 'MarkFavourite'
  | 'PlaceOrderFor'
  | 'ApproveOrder'
  | 'AcceptOrder'
  | 'DeliverOrder'
  | 'RecallOrder'
  | 'RejectOrder'
  | 'PrintTicket'
  | 'ReturnLine'
  | 'TickOrder'
  | 'SetSoldOut'
>

export function decideOrder(state: ReadState, command: OrderCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'PlaceOrder':
      return placeOrder(state, command, meta)
    case 'MarkFavourite':
      return markFavourite(command, meta)
    case 'PlaceOrderFor':
      return placeOrderFor(state, command, meta)
    case 'ReturnLine':
      return returnLine(state, command, meta)
    case 'SetSoldOut':
      if (!meta.item(command.item)) return refuse('unknown-item', 'look-again', { about: command.item })
      return setSoldOut(state, command, meta)
    case 'UndoOrder':
    case 'ApproveOrder':
    case 'AcceptOrder':
    case 'DeliverOrder':
    case 'RecallOrder':
    case 'RejectOrder':
    case 'PrintTicket':
    case 'TickOrder': {
      const order = state.orders.get(command.order)
      return order ? decideLife(state, order, command, meta) : refuse('unknown', 'look-again')
    }
    default:
      return assertNever(command)
  }
}

type LifeCommand = Extract<
  OrderCommand,
  {
    type:
      | 'UndoOrder'
      | 'ApproveOrder'
      | 'AcceptOrder'
      | 'DeliverOrder'
      | 'RecallOrder'
      | 'RejectOrder'
      | 'PrintTicket'
      | 'TickOrder'
  }
>

function decideLife(state: ReadState, order: Order, command: LifeCommand, meta: Meta): Decision {
  if (command.type === 'UndoOrder') return undo(order, meta)
  // It was carried in, or keyed, as it was: with what is another thing to do by now.
  const whole = command.type === 'TickOrder' || command.type === 'DeliverOrder'
  if (whole && order.dividedAt !== undefined && meta.tappedAt < order.dividedAt) return refuse('changed', 'look-again')
  if (command.type === 'TickOrder') return tick(order, command.ticked)
  const staff = actingStaff(meta, command.as)
  if (typeof staff !== 'string') return staff
  const visit = state.visits.get(order.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  switch (command.type) {
    case 'ApproveOrder':
      if (order.status === 'placed') return refuse('already-done')
      return order.status === 'awaiting-approval'
        ? accept({ type: 'OrderApproved', order: order.id, staff })
        : refuse('wrong-state', 'look-again')
    case 'AcceptOrder':
      return acceptOrder(order, staff, meta)
    case 'DeliverOrder':
      if (order.status === 'delivered') return done(order.deliveredBy)
      return order.status === 'accepted'
        ? accept({ type: 'OrderDelivered', order: order.id, staff })
        : refuse('wrong-state', 'look-again')
    case 'RecallOrder':
      return recall(state, order, visit, staff, meta)
    case 'PrintTicket':
      return order.status === 'accepted' || order.status === 'delivered'
        ? accept({ type: 'PrintAsked', order: order.id, staff })
        : refuse('wrong-state', 'look-again')
    case 'RejectOrder':
      if (order.status === 'rejected') return refuse('already-done')
      // It is paid: whoever takes it off the bill now does it with two PINs, as a return.
      if (order.status === 'accepted' && visit.status === 'settled' && order.total > 0)
        return refuse('visit-settled', 'ask-manager')
      // Where nobody taps 出品 what was drunk hours ago could else be taken off the bill, by one person without a PIN.
      if (isLongMade(order, Math.min(meta.tappedAt, meta.at)) && order.total > 0)
        return refuse('undo-over', 'ask-manager')
      return order.status === 'delivered' || order.status === 'cancelled'
        ? refuse('wrong-state', 'look-again')
        : reject(state, order, visit, staff, command, meta)
    default:
      return assertNever(command)
  }
}

function recall(state: ReadState, order: Order, visit: Visit, staff: Id, { at, tappedAt }: Meta): Decision {
  if (order.status === 'accepted') return already
  // What went back was out.
  if (order.status !== 'delivered' || order.lines.some(({ returned }) => returned > 0))
    return refuse('wrong-state', 'look-again')
  // What has been drunk since could be rejected, off the bill, by one person without a PIN.
  if (Math.min(tappedAt, at) - (order.deliveredAt ?? 0) > recallMs) return refuse('undo-over', 'ask-manager')
  // So was what was left over: else it could be rejected, off the bill, and stay on the shelf.
  const kept = keptOf(state, visit, order.lines, at)
  if (kept !== undefined) return refuse('bottle-kept', 'look-again', { about: kept })
  return accept({ type: 'OrderRecalled', order: order.id, staff })
}

/** The guests are told that somebody comes to ask: somebody is called. */
function reject(
  state: ReadState,
  order: Order,
  visit: Visit,
  staff: Id,
  { lines, reason }: CommandOf<'RejectOrder'>,
  meta: Meta,
): Decision {
  const asked = order.lines.filter(({ line }) => lines === undefined || lines.includes(line))
  // A colleague was first, with the same ones.
  if (asked.length === 0) return refuse('already-done')
  // What went back was paid or out, and is off the bill already: what is left of it goes the same way.
  const refused = asked.filter(({ returned }) => returned === 0)
  if (refused.length === 0) return refuse('wrong-state', 'look-again')
  // It was tapped in time and came late: meanwhile it was taken for had, and what was left of it kept.
  const kept = wasOut(order, meta.at) ? keptOf(state, visit, refused, meta.at) : undefined
  if (kept !== undefined) return refuse('bottle-kept', 'look-again', { about: kept })
  const whole = refused.length === order.lines.length
  const part = whole ? order.id : meta.id('o')
  const divided: Event = { type: 'OrderDivided', order: order.id, part, lines: refused.map(({ line }) => line) }
  const rejected: Event = { type: 'OrderRejected', order: part, staff, reason }
  const call = reason === 'staff-must-ask' ? openService(state, 'staff', visit, meta) : already
  const gift = compOfTicket(visit, order)
  const back = gift ? [takenBack(visit, gift, meta.day, staff)] : []
  return { events: [...(whole ? [] : [divided]), rejected, ...back, ...(isRefusal(call) ? [] : (call.events ?? []))] }
}

/** In every pack that the drink is sold in. */
function setSoldOut(state: ReadState, { item, soldOut }: CommandOf<'SetSoldOut'>, { packs }: Meta): Decision {
  const others = packs(item).filter(id => state.soldOut.has(id) !== soldOut)
  return others.length === 0 ? already : { events: others.map(id => ({ type: 'SoldOutSet', item: id, soldOut })) }
}

/** By the time of the tap: who tapped within the eight seconds may undo, unless the bar already has it. */
function undo(order: Order, { visit, at, tappedAt }: Meta): Decision {
  if (!visit) return refuse('visit-closed')
  if (order.visit !== visit.id) return refuse('unknown')
  switch (order.status) {
    case 'cancelled':
      return already
    case 'awaiting-approval':
    case 'placed':
      return Math.min(tappedAt, at) <= order.lockedUntil
        ? accept({ type: 'OrderCancelled', order: order.id })
        : refuse('undo-over', 'call-staff')
    case 'accepted':
    case 'delivered':
      return refuse('undo-over', 'call-staff')
    case 'rejected':
      return refuse('already-done')
    default:
      return assertNever(order.status)
  }
}

function acceptOrder(order: Order, staff: Id, { at, cashierTakesTickets }: Meta): Decision {
  if (order.status === 'accepted' || order.status === 'delivered') return done(order.acceptedBy)
  if (order.status !== 'placed') return refuse('wrong-state', 'look-again')
  if (at < order.lockedUntil) return refuse('please-wait', 'wait', { waitMs: order.lockedUntil - at })
  return accept({ type: 'OrderAccepted', order: order.id, staff, needsTick: !cashierTakesTickets })
}

function tick(order: Order, ticked: boolean): Decision {
  if (!order.needsTick) return refuse('wrong-state', 'look-again')
  return order.ticked === ticked ? already : accept({ type: 'OrderTicked', order: order.id, ticked })
}

/** A colleague was first. */
const done = (who: Id | undefined): Decision => refuse('already-done', 'none', who === undefined ? {} : { about: who })
