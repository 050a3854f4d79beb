import { describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../domain/events.ts'
import { evening } from '../domain/fixture.testing.ts'
import { given } from '../domain/given.testing.ts'
import type { JournalLine, Ticket } from '../ports.ts'
import { ticketsOf } from './tickets.ts'

const opened: Event = {
  type: 'VisitOpened',
  visit: 'v',
  room: 'v08',
  party: 4,
  terms: { kind: 'timed', tariff: 'big-timed', perHour: 6_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 0,
  orderRule: { kind: 'free' },
  discreet: false,
}
const line = (id: string, item: string, qty: number, unitPrice: number) => ({
  line: id,
  item,
  qty,
  unitPrice,
  options: [],
  components: [],
  repeatable: true,
})
const placed: Event = {
  type: 'OrderPlaced',
  order: 'o',
  visit: 'v',
  source: 'menu',
  placedBy: 'guest',
  lines: [line('l1', 'beer', 12, 1_800), line('l2', 'tea', 1, 2_800)],
  total: 24_400,
  needsApproval: false,
  lockedUntil: evening,
}
const accepted: Event = { type: 'OrderAccepted', order: 'o', staff: 'bo', needsTick: false }
const returned: EventOf<'LineReturned'> = {
  type: 'LineReturned',
  order: 'o',
  line: 'l1',
  qty: 3,
  amount: 5_400,
  reason: 'mistake',
  by: 'chen',
  second: 'mei',
  period: '2026-11-20',
}
const comp: EventOf<'CompGiven'> = {
  type: 'CompGiven',
  comp: 'g1',
  visit: 'v',
  kind: 'gift',
  item: 'fruit',
  qty: 1,
  amount: 8_800,
  reason: 'complaint',
  by: 'chen',
  period: '2026-11-20',
}

const lineSeven = (...events: readonly Event[]): JournalLine<Event> => ({
  seq: 7,
  batch: 1,
  at: evening,
  command: { type: 'x' },
  by: {},
  events,
})

/** The tickets of the last of these facts, which stands in line 7. */
const ticketsAfter = (...facts: readonly Event[]): readonly Ticket[] =>
  ticketsOf(given(...facts).state, lineSeven(...facts.slice(-1)))

describe('what the cashier is told', () => {
  it('an order once it is accepted, at its prices, by its id', () => {
    expect(ticketsAfter(opened, placed)).toEqual([])
    expect(ticketsAfter(opened, placed, accepted)).toEqual([
      {
        key: 'o',
        room: 'v08',
        kind: 'order',
        lines: [
          { item: 'beer', qty: 12, amount: 21_600 },
          { item: 'tea', qty: 1, amount: 2_800 },
        ],
        amount: 24_400,
      },
    ])
  })

  it('what goes back, as less', () => {
    expect(ticketsAfter(opened, placed, accepted, returned)).toEqual([
      { key: 'o/l1/7', room: 'v08', kind: 'return', lines: [{ item: 'beer', qty: 3, amount: -5_400 }], amount: -5_400 },
    ])
  })

  it('the whole order as less when it is rejected after all, and nothing when it never was accepted', () => {
    const rejected: Event = { type: 'OrderRejected', order: 'o', staff: 'bo', reason: 'sold-out' }
    expect(ticketsAfter(opened, placed, rejected)).toEqual([])
    expect(ticketsAfter(opened, placed, accepted, rejected)).toMatchObject([
      { key: 'o/rejected', kind: 'return', amount: -24_400 },
    ])
  })

  it('some of it as less, which was in the ticket of the whole however often that is told', () => {
    const divided: Event = { type: 'OrderDivided', order: 'o', part: 'p', lines: ['l2'] }
    const rejected: Event = { type: 'OrderRejected', order: 'p', staff: 'bo', reason: 'sold-out' }
    expect(ticketsAfter(opened, placed, accepted, divided, rejected)).toMatchObject([
      { key: 'p/rejected', kind: 'return', lines: [{ item: 'tea' }], amount: -2_800 },
    ])
    const { state } = given(opened, placed, accepted, divided, rejected)
    expect(ticketsOf(state, lineSeven(accepted))).toMatchObject([{ key: 'o', amount: 24_400 }])
    const before = given(opened, placed, divided, rejected, accepted).state
    expect(ticketsOf(before, lineSeven(accepted))).toMatchObject([
      { key: 'o', lines: [{ item: 'beer' }], amount: 21_600 },
    ])
  })

  it('gifts, and no reductions', () => {
    expect(ticketsAfter(opened, comp)).toEqual([
      { key: 'g1', room: 'v08', kind: 'gift', lines: [{ item: 'fruit', qty: 1, amount: 8_800 }], amount: 8_800 },
    ])
    // Its ticket at the bar is no second one for the cashier.
    const poured: Event = { ...placed, source: 'gift', total: 0, lines: [line('l1', 'fruit', 1, 0)] }
    expect(ticketsAfter(opened, comp, poured, accepted)).toEqual([])
    const { item: _item, qty: _qty, ...money } = comp
    expect(ticketsAfter(opened, { ...money, kind: 'reduction', amount: 1_000 })).toEqual([])
  })

  it('nothing of what the day has swept away', () => {
    expect(ticketsAfter(accepted)).toEqual([])
    expect(ticketsAfter(returned)).toEqual([])
  })
})
