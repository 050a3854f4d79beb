import { describe, expect, test } from 'vitest'
import type { OrderView, RequestView, RoomView, TariffView } from '../../../shared/protocol/views/console.ts'
import { barBoard, batches } from './bar-board.ts'
import { nightOf, onNight, type Tonight, typedTime } from './clock-time.ts'
import { shownCheckIn, shownRequest } from './pending.ts'
import { freeRooms, roomState, sensibleTariff } from './rooms.ts'

const call: RequestView = {
  id: 'q1',
  what: { kind: 'service', service: 'ice' },
  severity: 'info',
  status: 'open',
  openedAt: 0,
  times: 1,
  onTheWay: false,
  level: 0,
  reopened: 0,
  vip: false,
}

describe('taps on their way', () => {
  test('are shown as done, in their order, with a mark; others are not touched', () => {
    const take = { command: { type: 'TakeRequest', request: 'q1' }, tappedAt: 5 } as const
    const undo = { command: { type: 'ReleaseRequest', request: 'q1' }, tappedAt: 6 } as const
    expect(shownRequest(call, [take], 's1')).toMatchObject({ status: 'acknowledged', takenBy: 's1', pending: true })
    expect(shownRequest(call, [take, undo], 's1')).toEqual({ ...call, pending: true })
    expect(shownRequest({ ...call, id: 'q2' }, [take], 's1')).toEqual({ ...call, id: 'q2' })
  })

  test('carry the name tapped at a station', () => {
    const take = { command: { type: 'TakeRequest', request: 'q1', as: 's9' }, tappedAt: 5 } as const
    expect(shownRequest(call, [take], undefined)).toMatchObject({ takenBy: 's9' })
  })

  test('keep a check-in that is being seated, and drop a dismissed one', () => {
    const one = { id: 'k', at: 0, lapsesAt: 9, how: 'card', vip: true, discreet: false, glance: false } as const
    const seat = { command: { type: 'SeatCheckIn', checkIn: 'k', room: 'r', tariff: 't' }, tappedAt: 1 } as const
    const dismiss = { command: { type: 'DismissCheckIn', checkIn: 'k' }, tappedAt: 1 } as const
    expect(shownCheckIn(one, [seat])).toEqual({ ...one, pending: true })
    expect(shownCheckIn(one, [dismiss])).toBeUndefined()
  })
})

const order = (id: string, more: Partial<OrderView>): OrderView => ({
  id,
  visit: 'p1',
  room: 'r1',
  source: 'menu',
  status: 'placed',
  placedAt: 0,
  lockedUntil: 0,
  reminderMs: 240_000,
  byStaff: false,
  lines: [],
  needsTick: true,
  ticked: false,
  mind: [],
  ...more,
})
const line = (item: string, qty: number, components: OrderView['lines'][number]['components'] = []) => ({
  line: item,
  item,
  qty,
  returned: 0,
  options: [],
  components,
})

describe('the bar board', () => {
  test('has the oldest ticket first, and of what is out what is not keyed in', () => {
    const board = barBoard([
      order('young', { placedAt: 2 }),
      order('old', { placedAt: 1 }),
      order('ticked', { status: 'delivered', ticked: true, deliveredAt: 9 }),
      order('unticked', { status: 'delivered', deliveredAt: 3 }),
      order('gone', { status: 'cancelled' }),
    ])
    expect(board.placed.map(({ id }) => id)).toEqual(['old', 'young'])
    expect(board.out.map(({ id }) => id)).toEqual(['unticked', 'ticked'])
  })

  test('has what was refused after it was keyed in among what is to be seen to, until it is out of the cashier', () => {
    const board = barBoard([
      order('delivered', { status: 'delivered', ticked: true, deliveredAt: 9 }),
      order('keyed', { status: 'rejected', ticked: true }),
      order('taken-out', { status: 'rejected' }),
    ])
    expect(board.out.map(({ id }) => id)).toEqual(['keyed', 'delivered'])
  })

  test('makes nothing for a party that has left, and keeps what is still to be keyed in', () => {
    const left = order('left', { status: 'accepted', gone: true, lines: [line('beer', 6)] })
    const board = barBoard([left])
    expect([board.making, board.out.map(({ id }) => id)]).toEqual([[], ['left']])
    expect(batches([left, order('here', { lines: [line('beer', 1)] })])).toEqual([])
  })

  test('adds up equal drinks of several tickets, packages by what is in them', () => {
    const found = batches([
      order('a', { lines: [line('beer', 6), line('tea', 1)] }),
      order('b', { room: 'r2', status: 'accepted', lines: [line('package', 2, [{ item: 'beer', qty: 12 }])] }),
      order('c', { room: 'r3', status: 'delivered', lines: [line('beer', 100)] }),
    ])
    expect(found).toEqual([{ item: 'beer', options: [], qty: 30, rooms: ['r1', 'r2'] }])
  })

  test('makes nothing that went back before it was out, of a package neither', () => {
    const found = batches([
      order('a', {
        lines: [
          { ...line('beer', 6), returned: 2 },
          { ...line('tea', 1), returned: 1 },
        ],
      }),
      order('b', { lines: [line('beer', 1), line('tea', 1)] }),
      order('c', {
        status: 'accepted',
        lines: [{ ...line('package', 2, [{ item: 'beer', qty: 12 }]), returned: 1 }],
      }),
    ])
    expect(found).toEqual([{ item: 'beer', options: [], qty: 17, rooms: ['r1'] }])
  })

  test('pours no drink together with one that is wanted otherwise, in whatever order that was said', () => {
    const wanted = (id: string, ...options: string[]) => order(id, { lines: [{ ...line('mojito', 1), options }] })
    const found = batches([wanted('a'), wanted('b', 'less-ice', 'strong'), wanted('c', 'strong', 'less-ice')])
    expect(found).toEqual([{ item: 'mojito', options: ['less-ice', 'strong'], qty: 2, rooms: ['r1'] }])
  })
})

const room = (id: string, capacity: number, more: Partial<RoomView> = {}): RoomView => ({
  id,
  name: id,
  floor: 1,
  zone: 1,
  roomClass: 'c',
  className: { zhHans: '包' },
  capacity,
  condition: 'ready',
  ...more,
})

describe('rooms', () => {
  test('are offered smallest that fits first, promised ones last, dirty and taken ones not', () => {
    const rooms = [
      room('big', 16),
      room('held', 8, { heldFor: 'r' }),
      room('small', 4),
      room('fits', 8),
      room('dirty', 8, { condition: 'to-clean' }),
      room('taken', 8, { visit: 'p' }),
    ]
    expect(freeRooms(rooms, 6).map(({ id }) => id)).toEqual(['fits', 'big', 'small', 'held'])
  })

  test('say what they are: a guest in them counts before anything else', () => {
    expect(roomState(room('r', 4, { visit: 'p', condition: 'to-clean' }), undefined)).toBe('inUse')
    expect(roomState(room('r', 4, { heldFor: 'x' }), undefined)).toBe('held')
    expect(roomState(room('r', 4, { heldFor: 'x', condition: 'out-of-order' }), undefined)).toBe('outOfOrder')
  })

  test('get the block while there is enough of it left, else by the hour, and only what is sold now', () => {
    const hour: TariffView = { id: 'h', kind: 'timed', name: { zhHans: '计时' }, roomClass: 'c', priceNow: 1 }
    const block: TariffView = { ...hour, id: 'b', kind: 'block', endsAtNow: 3 * 3_600_000 }
    expect(sensibleTariff([hour, block], 'c', 0)?.id).toBe('b')
    expect(sensibleTariff([hour, block], 'c', 2 * 3_600_000)?.id).toBe('h')
    expect(sensibleTariff([block], 'other', 0)).toBeUndefined()
    const { priceNow: _none, ...unsold } = block
    expect(sensibleTariff([unsold], 'c', 0)).toBeUndefined()
  })
})

describe('a time typed at the desk', () => {
  const evening = Date.UTC(2026, 10, 23, 15, 20)
  const tonight = { day: '2026-11-23', now: evening, timeZone: 'Asia/Shanghai' }
  const hoursAhead = (typed: string, day = '2026-11-23', from: Tonight = tonight) =>
    ((onNight(day, typed, from) ?? 0) - from.now) / 3_600_000
  test('is of that night, across midnight too', () => {
    expect(hoursAhead('23:50')).toBeCloseTo(0.5)
    expect(hoursAhead('00:20')).toBeCloseTo(1)
    expect(hoursAhead('21:00')).toBeCloseTo(-2 - 1 / 3)
    expect(hoursAhead('21:00', '2026-11-24')).toBeCloseTo(21 + 2 / 3)
    const late = { ...tonight, now: evening + 2 * 3_600_000 }
    expect(hoursAhead('23:20', '2026-11-23', late)).toBeCloseTo(-2)
    expect(hoursAhead('02:20', '2026-11-23', late)).toBeCloseTo(1)
  })
  test('is what the wall shows, though clocks were put back in between', () => {
    const vienna = { day: '2026-10-24', now: Date.UTC(2026, 9, 24, 18), timeZone: 'Europe/Vienna' }
    const at = onNight('2026-10-25', '21:00', vienna) ?? 0
    expect(new Date(at).toISOString()).toBe('2026-10-25T20:00:00.000Z')
    expect(typedTime(at, 'Europe/Vienna')).toBe('21:00')
    expect(nightOf(at + 6 * 3_600_000, 'Europe/Vienna')).toBe('2026-10-25')
  })
  test('is nothing until it is a time', () => {
    expect(onNight('2026-11-23', '9', tonight)).toBeUndefined()
    expect(onNight('2026-11-23', '25:00', tonight)).toBeUndefined()
    expect(onNight('', '21:00', tonight)).toBeUndefined()
  })
})
