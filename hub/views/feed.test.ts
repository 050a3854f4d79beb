import { describe, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import { evening } from '../domain/fixture.testing.ts'
import type { ConsoleRole, ViewContext } from './context.ts'
import { feedFor, type Line, newsOf } from './feed.ts'
import { consoleRoles, createHouse } from './house.testing.ts'

const opened: Event = {
  type: 'VisitOpened',
  visit: 'a',
  room: 'v03',
  party: 5,
  host: 'wang',
  terms: { kind: 'timed', tariff: 'mid-timed', perHour: 12_000, startsAt: evening, extensions: 0, added: 0 },
  minimumSpend: 0,
  orderRule: { kind: 'free' },
  discreet: false,
}
const ordered: Event = {
  type: 'OrderPlaced',
  order: 'o1',
  visit: 'a',
  source: 'menu',
  placedBy: 'guest',
  lines: [
    { line: 'l1', item: 'beer', qty: 6, unitPrice: 3_000, options: [], components: [], repeatable: true },
    { line: 'l2', item: 'tea', qty: 1, unitPrice: 2_800, options: [], components: [], repeatable: true },
  ],
  total: 20_800,
  needsApproval: false,
  lockedUntil: evening,
}
const given: Event = {
  type: 'CompGiven',
  comp: 'c1',
  visit: 'a',
  kind: 'gift',
  item: 'fruit',
  qty: 1,
  amount: 8_800,
  reason: 'host',
  by: 'chen',
  period: '',
}

const context = createHouse(opened, ordered, {
  type: 'Complained',
  request: 'q1',
  visit: 'a',
  category: 'audio',
  escalatesAt: evening,
}).context()
const line = { seq: 7, at: evening, by: { device: 'pc', staff: 'lily' } }
const feedLine = (event: Event, at: Omit<Line, 'events'>, house: ViewContext, role: ConsoleRole) =>
  feedFor(role, newsOf([{ ...at, events: [event] }], house))[0]
const told = (event: Event) => consoleRoles.filter(role => feedLine(event, line, context, role) !== undefined)

describe('the live feed', () => {
  it('says what happened where, who did it, and to some what it came to', () => {
    const news = { seq: 7, at: evening, event: 'OrderPlaced', room: 'v03', staff: 'lily', about: 'o1', qty: 7 }
    expect(feedLine(ordered, line, context, 'manager')).toEqual({ ...news, amount: 20_800 })
    expect(feedLine(ordered, line, context, 'floor')).toEqual(news)
    expect(feedLine(ordered, line, context, 'bar')).toEqual(news)
    expect(feedLine(ordered, { ...line, by: { device: 'panel' } }, context, 'bar')).not.toHaveProperty('staff')
  })

  it('names the request, not the guest', () => {
    const resolved: Event = { type: 'RequestResolved', request: 'q1', staff: 'mei', outcome: 'fixed' }
    expect(feedLine(resolved, line, context, 'floor')).toMatchObject({ room: 'v03', about: 'audio', staff: 'mei' })
    for (const role of consoleRoles)
      expect(JSON.stringify(feedLine(opened, line, context, role) ?? {})).not.toContain('wang')
  })

  it('says who of the house brought a party, to who counts it, and no member that did', () => {
    const set = (booker: string): Event => ({ type: 'BookerSet', visit: 'a', booker })
    expect(told(set('chen'))).toEqual(['desk', 'manager', 'owner'])
    expect(feedLine(set('chen'), line, context, 'owner')).toMatchObject({ about: 'chen', staff: 'lily' })
    expect(feedLine(set('li'), line, context, 'owner')).not.toHaveProperty('about')
  })

  it('says for when and where a room is promised now, and never to whom', () => {
    const amended: Event = {
      type: 'ReservationAmended',
      reservation: 'b1',
      member: 'wang',
      text: 't1',
      booker: 'li',
      party: 4,
      arrivesAt: evening + 10,
      heldUntil: evening + 20,
      roomClass: 'mid',
      room: 'v05',
      deposit: false,
      discreet: false,
    }
    expect(feedLine(amended, line, context, 'floor')).toEqual({
      seq: 7,
      at: evening,
      event: 'ReservationAmended',
      room: 'v05',
      staff: 'lily',
      qty: 4,
      when: evening + 10,
    })
    expect(told(amended)).not.toContain('bar')
  })

  it('keeps gifts to who sees money, the house’s own to who runs it, and everything from a locked console', () => {
    expect(told(given)).toEqual(['desk', 'manager', 'owner'])
    expect(told({ type: 'PinFailed', staff: 'bo', failures: 3, off: false })).toEqual(['manager', 'owner'])
    expect(told({ type: 'CheckInDismissed', checkIn: 'k1' })).toEqual([
      'desk',
      'floor',
      'manager',
      'owner',
      'floor-station',
    ])
    expect(told({ ...ordered, source: 'gift', total: 0 })).toEqual(['floor', 'bar', 'bar-station', 'floor-station'])
    expect(told(ordered)).toEqual(consoleRoles.filter(role => role !== 'locked'))
  })

  it('says nothing of songs', () => {
    expect(told({ type: 'EntryTopped', visit: 'a', entry: 'e1' })).toEqual([])
  })

  it('says of a PIN whether it was set anew by somebody signed in, or at the hub’s machine', () => {
    const reset: Event = { type: 'PinReset', staff: 'huang', rev: 2 }
    const atHub = { seq: 7, at: evening, by: { system: true } } as const
    expect(told(reset)).toEqual(['manager', 'owner'])
    expect(feedLine(reset, line, context, 'owner')).toMatchObject({ event: 'PinReset', about: 'huang', staff: 'lily' })
    const news = feedLine({ ...reset, atHub: true }, atHub, context, 'owner')
    expect(news).toEqual({ seq: 7, at: evening, event: 'PinResetAtHub', about: 'huang' })
  })

  it('does not fail over what is gone', () => {
    expect(feedLine({ type: 'OrderDelivered', order: 'gone' }, { seq: 1, at: 0, by: {} }, context, 'owner')).toEqual({
      seq: 1,
      at: 0,
      event: 'OrderDelivered',
      about: 'gone',
    })
  })
})
