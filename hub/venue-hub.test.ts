import { describe, expect, it } from 'vitest'
import { memberId, staffId } from './furnish.testing.ts'
import { settled } from './manual-clock.testing.ts'
import { bar, beer, kiosk, openRoom, ordersOf, panel, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

describe('a tap travels', () => {
  it('from the panel to the bar, acknowledged when it is on the disk', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const station = hub.watch(bar)
    const answer = await hub.send(panel, ...beer(visit, 1))
    expect(answer).toMatchObject({ ok: true })
    expect(ordersOf(station)).toHaveLength(1)
    expect(station.lines.at(-1)).toMatchObject({ event: 'OrderPlaced', room: 'v08' })
  })

  it('once, however often it is sent, also after a restart without warning', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const [first, twice] = await Promise.all([hub.send(panel, ...beer(visit, 1)), hub.send(panel, ...beer(visit, 1))])
    expect(twice).toEqual(first)
    const again = await house.open()
    expect(await again.send(panel, ...beer(visit, 1))).toEqual(first)
    expect(ordersOf(again.watch(bar))).toHaveLength(1)
  })

  it('to nobody when the disk fails: not acknowledged, not shown, and taken when it is sent again', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const station = hub.watch(bar)
    house.disk.failAt('write')
    const answer = await hub.send(panel, ...beer(visit, 1))
    expect(answer).toMatchObject({ ok: false, refusal: { refused: 'unavailable' } })
    expect(ordersOf(station)).toEqual([])
    expect(station.healthNow).toEqual({ status: 'storage-failed' })
    expect(hub.health).toEqual({ status: 'storage-failed' })
    await settled()
    await house.clock.turn(6000)
    expect(station.healthNow).toEqual({ status: 'ok' })
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
    expect(ordersOf(station)).toHaveLength(1)
  })

  it('to a client that connects between decision and sync only when it is true', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    house.disk.failAt('write')
    const tap = hub.send(panel, ...beer(visit, 1))
    const station = hub.watch(bar)
    await tap
    expect(ordersOf(station)).toEqual([])
  })
})

describe('a card is touched', () => {
  it('welcomes, tells the desk with the taboos first, and seats on one tap with playlist and the usual', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const lobby = hub.watch(kiosk)
    const desk = await signIn(hub, 'lily', 'desk')
    const console = hub.watch(desk)
    expect(await hub.send(kiosk, { type: 'TouchCard', card: 'card-wang' })).toMatchObject({ ok: true })
    const welcome = [...lobby.slices].find(([key]) => key.startsWith('welcome/'))
    expect(welcome?.[1]).toMatchObject({ called: 'wang', vip: true })
    const [key, checkIn] = [...console.slices].find(([slice]) => slice.startsWith('checkin/')) ?? []
    expect(checkIn).toMatchObject({ member: { taboos: ['peanut', '忌讳0'] } })
    const id = String(key).slice('checkin/'.length)
    const seated = await hub.send(desk, { type: 'SeatCheckIn', checkIn: id, room: 'v08', tariff: 'big-timed' })
    expect(seated).toMatchObject({ ok: true })
    const tablet = hub.watch(panel)
    expect(tablet.slices.get('visit')).toMatchObject({ greeting: 'wang' })
    expect(tablet.slices.get('playlist')).toMatchObject({ playing: { by: 'house' } })
    const ofGuests = [...tablet.slices].filter(([slice]) => !slice.startsWith('item/'))
    expect(JSON.stringify(ofGuests)).not.toContain('peanut')
  })
})

describe('a night that is over', () => {
  it('goes into the member’s history and leaves the panel empty, also when the hub restarts in between', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit, manager } = await openRoom(hub)
    await hub.send(panel, ...beer(visit, 1))
    const bartender = { as: staffId('bo') }
    const order = ordersOf(hub.watch(bar))[0]?.slice('order/'.length) ?? ''
    await house.clock.turn(9000)
    expect(await hub.send(bar, { type: 'AcceptOrder', order, ...bartender })).toMatchObject({ ok: true })
    expect(await hub.send(bar, { type: 'DeliverOrder', order, ...bartender })).toMatchObject({ ok: true })
    expect(await hub.send(manager, { type: 'SettleVisit', visit, despiteUnticked: true })).toMatchObject({ ok: true })
    await hub.stop()
    const next = await house.open()
    const again = await signIn(next, 'mei', 'manager')
    const close = { type: 'CloseVisit', visit } as const
    expect(await next.send(again, close)).toMatchObject({ refusal: { refused: 'unticked', next: 'confirm' } })
    expect(await next.send(again, close, { sure: true })).toMatchObject({ ok: true })
    const card = await next.query(again, { type: 'MemberCard', member: memberId('wang') })
    expect(card).toMatchObject({ ok: true, value: { visits: 2, past: [{ drunk: [{ item: 'beer', qty: 2 }] }, {}] } })
    expect(next.watch(panel).slices.has('visit')).toBe(false)
    // What was drunk is what the house proposes to the next party, tonight already.
    await next.send(again, { type: 'CleanRoom', room: 'v08' })
    await next.send(again, { type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 2 })
    const proposed = next.watch(panel).slices.get('usual')
    expect(proposed).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ item: 'beer' })]) })
    expect(await next.send(panel, ...beer(visit, 2))).toMatchObject({ refusal: { refused: 'visit-closed' } })
  })
})
