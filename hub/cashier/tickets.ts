/** What the cashier system is to be told of a line of the journal. Pure; the prices are those of the facts. */
import type { Event, EventOf } from '../domain/events.ts'
import type { Order, ReadState } from '../domain/state.ts'
import type { JournalLine, Ticket } from '../ports.ts'

/**
 * Accepted orders, what was returned of them, gifts. `state` is that after the line or later: of orders that the day has
 * swept away nothing more is told. Keys are the order's or comp's id; a return has none of its own and is called after its
 * place in the journal, so that it keeps its key however often it is sent.
 */
export const ticketsOf = (state: ReadState, { seq, events }: JournalLine<Event>): readonly Ticket[] =>
  events.flatMap(event => ticketOf(state, event, seq) ?? [])

function ticketOf(state: ReadState, event: Event, seq: number): Ticket | undefined {
  switch (event.type) {
    case 'OrderAccepted':
      // A gift has its own ticket, with what it is worth.
      return isGift(state, event.order) ? undefined : wholeOrder(state, event.order, 'order')
    // The guest changed their mind while it was on its way: the cashier has it already.
    case 'OrderRejected':
      return state.orders.get(event.order)?.acceptedAt === undefined || isGift(state, event.order)
        ? undefined
        : wholeOrder(state, event.order, 'return')
    case 'LineReturned':
      return returned(state, event, seq)
    case 'CompGiven':
      return gift(state, event)
    case 'CompTakenBack':
      return giftBack(state, event)
    default:
      return undefined
  }
}

function wholeOrder(state: ReadState, id: string, kind: 'order' | 'return'): Ticket | undefined {
  const order = state.orders.get(id)
  const room = roomOf(state, order?.visit)
  if (!order || room === undefined) return undefined
  const sign = kind === 'order' ? 1 : -1
  const all = kind === 'order' ? [order, ...partsSince(state, order)] : [order]
  return {
    key: kind === 'order' ? id : `${id}/rejected`,
    room,
    kind,
    lines: all.flatMap(({ lines }) =>
      lines.map(({ item, qty, unitPrice }) => ({ item, qty, amount: sign * unitPrice * qty })),
    ),
    amount: sign * all.reduce((sum, { total }) => sum + total, 0),
  }
}

/** What was of the order when it was accepted: its ticket had it, however late it is told again. */
const partsSince = (state: ReadState, { id, visit }: Order): readonly Order[] =>
  (state.visits.get(visit)?.orders ?? []).flatMap(one => {
    const part = state.orders.get(one)
    return part?.partOf === id && part.acceptedAt !== undefined ? [part] : []
  })

function returned(state: ReadState, event: EventOf<'LineReturned'>, seq: number): Ticket | undefined {
  const order = state.orders.get(event.order)
  const line = order?.lines.find(one => one.line === event.line)
  const room = roomOf(state, order?.visit)
  if (!line || room === undefined) return undefined
  const { qty, amount } = event
  return {
    key: `${event.order}/${event.line}/${seq}`,
    room,
    kind: 'return',
    lines: [{ item: line.item, qty, amount: -amount }],
    amount: -amount,
  }
}

/** Reductions are no goods: staff give them at the cashier, who alone knows the bill. */
function gift(
  state: ReadState,
  { kind, comp, visit, item, qty = 1, amount }: EventOf<'CompGiven'>,
): Ticket | undefined {
  const room = roomOf(state, visit)
  if (kind !== 'gift' || item === undefined || room === undefined) return undefined
  return { key: comp, room, kind, lines: [{ item, qty, amount }], amount }
}

function giftBack(
  state: ReadState,
  { kind, comp, visit, item, qty = 1, amount }: EventOf<'CompTakenBack'>,
): Ticket | undefined {
  const room = roomOf(state, visit)
  if (kind !== 'gift' || item === undefined || room === undefined) return undefined
  return { key: `${comp}/back`, room, kind: 'return', lines: [{ item, qty, amount: -amount }], amount: -amount }
}

const isGift = ({ orders }: ReadState, id: string): boolean => orders.get(id)?.source === 'gift'

const roomOf = (state: ReadState, visit: string | undefined): string | undefined =>
  visit === undefined ? undefined : state.visits.get(visit)?.room
