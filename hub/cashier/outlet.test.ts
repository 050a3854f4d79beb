import { describe, expect, it } from 'vitest'
import type { Cashier, Ticket } from '../ports.ts'
import { createManualClock } from '../system/manual-clock.testing.ts'
import { settled } from '../system/told-clock.ts'
import { staffId } from '../whole/furnish.testing.ts'
import { bar, beer, openRoom, ordersOf, panel } from '../whole/party.testing.ts'
import { createTestHouse } from '../whole/venue-hub.testing.ts'
import { createCashierOutlet } from './outlet.ts'

/** A cashier system that may be away. */
function createCashier() {
  const taken: Ticket[] = []
  const state = { away: false }
  const cashier: Cashier = {
    takesTickets: true,
    async send(ticket) {
      if (state.away) throw new Error('no cashier')
      taken.push(ticket)
    },
  }
  return { cashier, taken, state }
}
const ticket = (key: string): Ticket => ({ key, room: 'v08', kind: 'order', lines: [], amount: 0 })

describe('the way to the cashier', () => {
  it('keeps the order of tickets, also while the cashier is away', async () => {
    const { cashier, taken, state } = createCashier()
    const clock = createManualClock()
    const logged: string[] = []
    const outlet = createCashierOutlet({ cashier, clock, log: (_level, event) => logged.push(event) })
    state.away = true
    outlet.send([ticket('a')])
    await settled()
    outlet.send([ticket('b')])
    await clock.turn(11_000)
    expect(taken).toEqual([])
    expect(logged).toEqual(['cashier-away', 'cashier-away', 'cashier-away'])
    state.away = false
    await clock.turn(5_000)
    outlet.send([ticket('c')])
    await settled()
    expect(taken.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  it('is silent once it is stopped', async () => {
    const { cashier, taken, state } = createCashier()
    const clock = createManualClock()
    const outlet = createCashierOutlet({ cashier, clock, log: () => undefined })
    state.away = true
    outlet.send([ticket('a')])
    await settled()
    state.away = false
    outlet.stop()
    await clock.turn(60_000)
    expect(taken).toEqual([])
  })
})

describe('a venue whose cashier takes tickets', () => {
  const accept = (order: string) => ({ type: 'AcceptOrder', order, as: staffId('bo') }) as const

  it('sends them when the fact is on the disk and not before, asks nobody to tick, and again after a crash', async () => {
    const { cashier, taken, state } = createCashier()
    const house = await createTestHouse({ cashier })
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    await hub.send(panel, ...beer(visit, 1))
    const station = hub.watch(bar)
    const order = ordersOf(station)[0]?.slice('order/'.length) ?? ''
    await house.clock.turn(9_000)

    house.disk.failAt('write')
    expect(await hub.send(bar, accept(order))).toMatchObject({ refusal: { refused: 'unavailable' } })
    expect(taken).toEqual([])
    await settled()
    await house.clock.turn(6_000)

    state.away = true
    expect(await hub.send(bar, accept(order))).toMatchObject({ ok: true })
    expect(station.slices.get(`order/${order}`)).toMatchObject({ needsTick: false })
    await settled()
    expect(taken).toEqual([])

    state.away = false
    await house.open()
    await settled()
    expect(taken).toMatchObject([{ key: order, room: 'v08', kind: 'order', amount: 7_600 }])
  })
})
