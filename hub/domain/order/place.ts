/** An order is made: by the guests at the agreed price, or for them by staff. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { roomOf } from '../room-of.ts'
import type { Order, ReadState, Visit } from '../state.ts'
import type { OrderEvent, OrderLine } from './events.ts'
import { type AskedLine, priceLines, signatureOf, totalOf } from './lines.ts'

/** By the panel. The hub computes the total; one that differs from what the guest saw is refused. */
export function placeOrder(state: ReadState, command: CommandOf<'PlaceOrder'>, meta: Meta): Decision {
  const { visit } = meta
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  if (visit.status === 'settled') return refuse('visit-settled', 'call-staff')
  if (visit.orderRule.kind === 'staff-only') return refuse('staff-only', 'call-staff')
  const same = sameTap(state, visit, 'guest', command.lines, meta)
  if (same) return answer(same)
  const lines = agreedLines(state, command, visit, meta)
  if ('refused' in lines) return lines
  const once = command.source === 'again' ? lines.find(line => !line.repeatable) : undefined
  if (once) return refuse('nothing-to-repeat', 'choose-other', { about: once.item })
  const total = totalOf(lines)
  if (total !== command.seen) return refuse('price-changed', 'look-again')
  if (total >= meta.venue.policy.bigRound && !meta.sure) return refuse('big-round', 'confirm')
  const { orderRule } = visit
  return place(visit, lines, meta, {
    source: command.source,
    placedBy: 'guest',
    needsApproval: orderRule.kind === 'above' && total > orderRule.amount,
  })
}

/** By staff, for any live visit: they are the ones whom its rule, or a settled bill, sends the guests to. */
export function placeOrderFor(state: ReadState, command: CommandOf<'PlaceOrderFor'>, meta: Meta): Decision {
  const visit = state.visits.get(command.visit)
  if (!visit || visit.status === 'closed') return refuse('visit-closed', 'look-again')
  const same = sameTap(state, visit, 'staff', command.lines, meta)
  if (same) return answer(same)
  const lines = priceLines(state, command.lines, classOf(visit, meta), tapOf(meta), meta)
  if ('refused' in lines) return lines
  return place(visit, lines, meta, { source: 'staff', placedBy: 'staff', needsApproval: false })
}

function place(
  visit: Visit,
  lines: readonly OrderLine[],
  meta: Meta,
  how: Pick<Order, 'source' | 'placedBy'> & { needsApproval: boolean },
): Decision {
  const order = meta.id('o')
  const total = totalOf(lines)
  const placed: OrderEvent = {
    type: 'OrderPlaced',
    order,
    visit: visit.id,
    ...how,
    lines,
    total,
    ...(visit.attendant !== undefined && { attendant: visit.attendant }),
    lockedUntil: meta.at + meta.venue.policy.undoOrderMs,
    ...(meta.tappedAt < meta.at && { tappedAt: meta.tappedAt }),
  }
  return { events: [placed], result: { order, total } }
}

/**
 * An equal order that the same side tapped a moment ago and nobody took back: ten mashes are one round. By the taps'
 * time, not their arrival's: two rounds tapped a minute apart while the hub was away stay two.
 */
function sameTap(
  state: ReadState,
  visit: Visit,
  side: Order['placedBy'],
  lines: readonly AskedLine[],
  { tappedAt, venue }: Meta,
): Order | undefined {
  const asked = signatureOf(lines)
  for (const id of visit.orders) {
    const order = state.orders.get(id)
    if (!order || order.placedBy !== side || order.status === 'cancelled' || order.status === 'rejected') continue
    const apart = Math.abs(tappedAt - (order.tappedAt ?? order.placedAt))
    if (apart < venue.policy.sameTapMs && signatureOf(order.lines) === asked) return order
  }
  return undefined
}

/** At the price of the tap; of a new price that the guest was asked about, at that: the tap's time stays the first one's. */
function agreedLines(state: ReadState, { lines, seen }: CommandOf<'PlaceOrder'>, visit: Visit, meta: Meta) {
  const priced = priceLines(state, lines, classOf(visit, meta), tapOf(meta), meta)
  if ('refused' in priced || !meta.sure || totalOf(priced) === seen) return priced
  return priceLines(state, lines, classOf(visit, meta), meta.at, meta)
}

const answer = ({ id, total }: Order): Decision => ({ events: [], result: { order: id, total, already: true } })

const classOf = ({ room }: Visit, { venue }: Meta) => roomOf(venue, room)?.roomClass

// The price the guest saw is the one of the tap; a tap from long ago is at today's price.
const tapOf = ({ at, tappedAt, venue }: Meta): number => (at - tappedAt > venue.policy.lateAfterMs ? at : tappedAt)
