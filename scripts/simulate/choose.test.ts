import { describe, expect, it } from 'vitest'
import type { RoomView, TariffView } from '../../shared/protocol/views/console.ts'
import type { PanelOrderView } from '../../shared/protocol/views/panel.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import { createChance } from '../demo/random.ts'
import { choosePartySize, chooseRoom, chooseRound, chooseTariff, repeatRound, totalSeen, usualRound } from './choose.ts'

const chance = () => createChance('choose')
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

const room = (id: string, capacity: number, more: Partial<RoomView> = {}): RoomView => ({
  id,
  name: id,
  floor: 2,
  zone: 2,
  roomClass: capacity > 8 ? 'large' : 'small',
  className: { zhHans: '包' },
  capacity,
  condition: 'ready',
  ...more,
})

const item = (id: string, price: number, more: Partial<MenuItemView> = {}): MenuItemView => ({
  id,
  category: 'beer',
  name: { zhHans: id },
  unit: { zhHans: '瓶' },
  price,
  bands: [],
  components: [],
  options: [],
  soldOut: false,
  package: false,
  ...more,
})

describe('a room for a party', () => {
  it('is one of the smallest that hold it', () => {
    const rooms = [room('l1', 14), room('s1', 4), room('s2', 4)]
    const luck = chance()
    const chosen = new Set(times(40, () => chooseRoom(luck, rooms, 3)?.room.id))
    expect(chosen).toEqual(new Set(['s1', 's2']))
  })

  it('is never taken, dirty or promised', () => {
    const rooms = [
      room('a', 4, { visit: 'v1' }),
      room('b', 4, { condition: 'to-clean' }),
      room('c', 4, { heldFor: 'b1' }),
    ]
    expect(chooseRoom(chance(), rooms, 2)).toBeUndefined()
  })

  it('takes as many as it holds where none holds all', () => {
    expect(chooseRoom(chance(), [room('s1', 4), room('l1', 14)], 20)).toEqual({ room: room('l1', 14), party: 14 })
  })

  it('is for a party that a room can hold', () => {
    const luck = chance()
    for (const size of times(200, () => choosePartySize(luck))) {
      expect(size).toBeGreaterThanOrEqual(2)
      expect(size).toBeLessThanOrEqual(20)
    }
  })
})

describe('a tariff', () => {
  const tariff = (id: string, kind: TariffView['kind'], more: Partial<TariffView> = {}): TariffView => ({
    id,
    kind,
    name: { zhHans: id },
    roomClass: 'small',
    ...more,
  })

  it('is of the room’s class and sold at this hour', () => {
    const tariffs = [
      tariff('timed', 'timed', { priceNow: 100 }),
      tariff('block', 'block'),
      tariff('other', 'timed', { roomClass: 'large', priceNow: 100 }),
    ]
    const luck = chance()
    expect(new Set(times(50, () => chooseTariff(luck, tariffs, 'small')))).toEqual(new Set(['timed']))
    expect(chooseTariff(luck, tariffs, 'vip')).toBeUndefined()
  })
})

describe('a round', () => {
  const beer = item('beer', 1000)
  const bottle = item('bottle', 88_000)
  const gone = item('gone', 1000, { soldOut: true })

  it('never holds what is sold out, and one bottle is enough', () => {
    const luck = chance()
    for (const round of times(200, () => chooseRound(luck, [beer, bottle, gone], 6))) {
      for (const line of round?.lines ?? []) {
        expect(line.item).not.toBe('gone')
        if (line.item === 'bottle') expect(line.qty).toBe(1)
        expect(line.qty).toBeLessThanOrEqual(12)
      }
    }
    expect(chooseRound(luck, [gone], 6)).toBeUndefined()
  })

  it('is repeated without packages, food and what is gone', () => {
    const line = (id: string, repeatable: boolean) => ({
      line: `l-${id}`,
      item: id,
      qty: 2,
      returned: 0,
      unitPrice: 1000,
      options: [],
      repeatable,
    })
    const order = (placedAt: number, status: PanelOrderView['status'], ...lines: PanelOrderView['lines']) => ({
      id: `o${placedAt}`,
      placedAt,
      lockedUntil: placedAt,
      status,
      lines,
      total: 0,
      byStaff: false,
    })
    const orders = [
      order(1, 'delivered', line('bottle', true)),
      order(2, 'accepted', line('beer', true), line('fruit', false), line('gone', true)),
      order(3, 'rejected', line('bottle', true)),
    ]
    expect(repeatRound(orders, [beer, bottle, gone])).toEqual({ source: 'again', lines: [{ item: 'beer', qty: 2 }] })
    expect(repeatRound([], [beer])).toBeUndefined()
  })

  it('is the usual as far as it is to be had', () => {
    const usual = {
      items: [
        { item: 'beer', qty: 6, times: 3 },
        { item: 'gone', qty: 1, times: 9 },
      ],
    }
    expect(usualRound(usual, [beer, gone])).toEqual({ source: 'usual', lines: [{ item: 'beer', qty: 6 }] })
    expect(usualRound(undefined, [beer])).toBeUndefined()
  })

  it('costs what the list says at that minute', () => {
    const happy = item('happy', 2000, { bands: [{ from: 1200, to: 1560, price: 1500 }] })
    const lines = [
      { item: 'happy', qty: 2 },
      { item: 'beer', qty: 1 },
    ]
    expect(totalSeen(lines, [happy, beer], 700)).toBe(5000)
    expect(totalSeen(lines, [happy, beer], 60)).toBe(4000)
  })
})
