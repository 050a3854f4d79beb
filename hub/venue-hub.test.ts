import { describe, expect, it, vi } from 'vitest'
import type { Principal } from './domain/principal.ts'
import { settled } from './system/told-clock.ts'
import { memberId, staffId } from './whole/furnish.testing.ts'
import { bar, beer, kiosk, openRoom, ordersOf, panel, signIn } from './whole/party.testing.ts'
import { createTestHouse, type TestHouse } from './whole/venue-hub.testing.ts'

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

  it('to the panel that heard no answer: it is told with its view that this was done', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    await hub.send(panel, { type: 'CallService', service: 'ice' }, { visit, outbox: 'o1', n: 7 })
    const again = await house.open()
    const told = (n: number) => again.watch(panel, { inDoubt: { outbox: 'o1', n } }).frames[0]?.answered
    expect(told(7)).toBe(true)
    expect(told(8)).toBeUndefined()
    expect(again.watch(panel).frames[0]?.answered).toBeUndefined()
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

describe('a command with a PIN', () => {
  it('whose answer was lost is done once when it is tried again, and its PIN is kept nowhere', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit, manager } = await openRoom(hub)
    await hub.send(panel, ...beer(visit, 1))
    const desk = hub.watch(manager)
    const order = ordersOf(desk)[0]?.slice('order/'.length) ?? ''
    await house.clock.turn(9000)
    await hub.send(bar, { type: 'AcceptOrder', order, as: staffId('bo') })
    await hub.send(bar, { type: 'DeliverOrder', order, as: staffId('bo') })
    const line = linesOf(desk.slices.get(`order/${order}`))[0]?.line ?? ''
    const give = (pin: string) =>
      ({
        type: 'ReturnLine',
        order,
        line,
        qty: 1,
        returned: 0,
        reason: 'unopened',
        pin,
        second: { staff: staffId('huang'), pin: '123456' },
      }) as const
    const first = await hub.send(manager, give('123456'), { outbox: 'direct', n: 1 })
    expect(first).toMatchObject({ ok: true })
    expect(await hub.send(manager, give('000000'), { outbox: 'direct', n: 1 })).toEqual(first)
    const again = await house.open()
    expect(await again.send(manager, give('123456'), { outbox: 'direct', n: 1 })).toEqual(first)
    expect(linesOf(again.watch(manager).slices.get(`order/${order}`))).toMatchObject([{ returned: 1 }])
    await again.stop()
    expect(everythingKept(house)).toContain('"direct"')
    expect(everythingKept(house)).not.toMatch(/"(123456|000000)"/)
  })
})

describe('a call that waits', () => {
  const called = async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit, manager } = await openRoom(hub)
    const console = hub.watch(manager)
    const report = (principal: Principal, sounding: boolean, ...heard: string[]) =>
      hub.report(principal, { sounding, heard })
    await hub.send(panel, { type: 'CallService', service: 'ice' }, { visit })
    const [key = '', request = ''] =
      /^request\/(.*)$/.exec([...console.slices.keys()].find(one => one.startsWith('request/')) ?? '') ?? []
    return { house, hub, console, report, request, call: () => console.slices.get(key) }
  }

  it('escalates at once where no console confirms that it sounded', async () => {
    const { house, report, call } = await called()
    await report(bar, false)
    await house.clock.turn(9_000)
    expect(call()).toMatchObject({ level: 0 })
    await house.clock.turn(1_000)
    expect(call()).toMatchObject({ level: 1, status: 'open' })
  })

  it('keeps its time where one did', async () => {
    const { house, report, request, call } = await called()
    expect(await report(bar, true, request)).toMatchObject({ ok: true })
    await house.clock.turn(50_000)
    expect(call()).toMatchObject({ level: 0 })
    await house.clock.turn(10_000)
    expect(call()).toMatchObject({ level: 1 })
  })

  it('goes on from step to step, put aside and passed on, whatever restarts without warning', async () => {
    const { house, report, hub, request, call } = await called()
    await report(bar, true, request)
    const seenBy = (life: Awaited<ReturnType<TestHouse['open']>>) => life.watch(bar).slices.get(`request/${request}`)
    await house.clock.turn(60_000)
    expect(call()).toMatchObject({ level: 1 })
    const second = await house.open()
    await house.clock.turn(60_000)
    expect(seenBy(second)).toMatchObject({ level: 2, status: 'open' })
    const chen = staffId('chen')
    await second.send(bar, { type: 'StartShift', as: chen })
    await second.send(bar, { type: 'SnoozeRequest', request, reason: 'watching', minutes: 5, as: chen })
    const third = await house.open()
    expect(seenBy(third)).toMatchObject({ status: 'acknowledged', snooze: 'watching', takenBy: chen })
    expect(third.watch(bar).slices.get(`staff/${chen}`)).toMatchObject({ onDutySince: house.clock.now() })
    await house.clock.turn(5 * 60_000)
    expect(seenBy(third)).toMatchObject({ status: 'open', level: 2 })
    await third.send(bar, { type: 'PassRequest', request, to: { staff: chen }, as: staffId('bo') })
    const fourth = await house.open()
    expect(seenBy(fourth)).toMatchObject({ passed: { to: { staff: chen } }, whose: [chen] })
    expect(hub.health).toEqual({ status: 'ok' })
  })

  it('is to be heard anew once whom it was passed to went off duty', async () => {
    const { house, hub, report, request, call } = await called()
    await report(bar, true, request)
    const zhou = staffId('zhou')
    await hub.send(bar, { type: 'StartShift', as: zhou })
    await hub.send(bar, { type: 'PassRequest', request, to: { staff: zhou }, as: staffId('bo') })
    await hub.send(bar, { type: 'EndShift', as: zhou })
    expect(call()).toMatchObject({ status: 'open', level: 0 })
    expect(call()).not.toHaveProperty('passed')
    await house.clock.turn(10_000)
    expect(call()).toMatchObject({ status: 'open', level: 1 })
  })

  it('has grace for what fell due while the house was dark', async () => {
    const { house, hub, report, request } = await called()
    await report(bar, true, request)
    await hub.stop()
    await house.clock.turn(30 * 60_000)
    const again = await house.open()
    const seen = () => again.watch(bar).slices.get(`request/${request}`)
    await house.clock.turn(59_000)
    expect(seen()).toMatchObject({ level: 0 })
    await house.clock.turn(1_000)
    expect(seen()).toMatchObject({ level: 2, overdue: true })
  })

  it('is not spoken for by a panel, nor by anything that is no report', async () => {
    const { hub, report, request } = await called()
    expect(await report(panel, true, request)).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } })
    for (const junk of [null, 7, {}, { sounding: 1, heard: [] }, { sounding: true, heard: [], more: 1 }])
      expect(await hub.report(bar, junk)).toMatchObject({ ok: false, refusal: { refused: 'malformed' } })
  })

  it('is shown to the manager as unheard of at a silent station', async () => {
    const { hub, console, report } = await called()
    const station = () => console.slices.get('device/d1-bar')
    const shows = (as: object) => vi.waitFor(() => expect(station()).toMatchObject(as), 10_000)
    hub.presence('d1-bar', true)
    await shows({ station: 'bar', online: true, sounding: false })
    await report(bar, true)
    await shows({ sounding: true })
    hub.presence('d1-bar', false)
    await shows({ online: false, sounding: false })
    hub.presence('d1-bar', true)
    await shows({ online: true, sounding: false })
  })

  it('is shown a house that comes back all at once in one frame', async () => {
    const { hub, console } = await called()
    const before = console.frames.length
    for (const device of ['d1-bar', 'd1-kiosk']) hub.presence(device, true)
    await vi.waitFor(() => expect(console.slices.get('device/d1-kiosk')).toMatchObject({ online: true }), 10_000)
    expect(console.slices.get('device/d1-bar')).toMatchObject({ online: true })
    expect(console.frames.length).toBe(before + 1)
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
    expect(tablet.slices.get('playlist')).toMatchObject({ queue: [{ by: 'house' }, {}, {}, {}, {}, {}] })
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
    const settle = { type: 'SettleVisit', visit } as const
    expect(await hub.send(manager, settle, { sure: true })).toMatchObject({ ok: true })
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

  it('leaves nothing behind where its room was opened by mistake: neither on the panel nor in a history', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit, manager } = await openRoom(hub)
    expect(await hub.send(manager, { type: 'UndoOpen', visit })).toMatchObject({ ok: true })
    expect(hub.watch(panel).slices.has('visit')).toBe(false)
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ refusal: { refused: 'visit-closed' } })
    const next = await house.open()
    const again = await signIn(next, 'mei', 'manager')
    const card = await next.query(again, { type: 'MemberCard', member: memberId('wang') })
    expect(card).toMatchObject({ ok: true, value: { visits: 1 } })
    const open = { type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 6, member: memberId('wang') } as const
    expect(await next.send(again, open)).toMatchObject({ ok: true })
  })

  it('has a usual too when it comes while the hub still counts how the house drinks', async () => {
    let counted: () => void = () => undefined
    const counting = new Promise<void>(resolve => {
      counted = resolve
    })
    const house = await createTestHouse({ counting: () => counting })
    const hub = await house.open()
    await hub.send(await signIn(hub, 'mei', 'manager'), {
      type: 'OpenVisit',
      room: 'v08',
      tariff: 'big-timed',
      party: 2,
    })
    const tablet = hub.watch(panel)
    expect(tablet.slices.has('visit')).toBe(true)
    expect(tablet.slices.has('usual')).toBe(false)
    counted()
    await expect.poll(() => tablet.slices.get('usual')).toMatchObject({ items: [{ item: 'tea' }] })
    expect(house.logged).toEqual([])
  })

  it('has a usual too when how the house drinks could not be counted at first', async () => {
    let asked = 0
    const counting = async () => {
      asked += 1
      if (asked === 1) throw new Error('EIO: i/o error, read')
    }
    const house = await createTestHouse({ counting })
    const hub = await house.open()
    await expect.poll(() => house.logged.map(({ event }) => event)).toEqual(['worker-failed'])
    const [mei, order] = [await signIn(hub, 'mei', 'manager'), { tariff: 'big-timed', party: 2 }]
    await hub.send(mei, { type: 'OpenVisit', room: 'v08', ...order })
    const tablet = hub.watch(panel)
    expect(tablet.slices.has('usual')).toBe(false)
    await house.clock.turn(60_000)
    await expect.poll(() => tablet.slices.get('usual')).toMatchObject({ items: [{ item: 'tea' }] })
    await hub.stop()
  })
})

/** What a slice of an order says of its lines. */
function linesOf(slice: unknown): { line: string; returned: number }[] {
  if (typeof slice !== 'object' || slice === null || !('lines' in slice) || !Array.isArray(slice.lines)) return []
  return slice.lines
}

const everythingKept = ({ disk }: TestHouse): string =>
  [...disk.inner.disk.values()].map(content => content.toString()).join('\n')
