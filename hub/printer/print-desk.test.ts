import { afterEach, describe, expect, it } from 'vitest'
import type { OrderView } from '../../shared/protocol/views/console.ts'
import type { TicketPrinter } from '../domain/venue-config.ts'
import { settled } from '../system/told-clock.ts'
import { memberId, staffId } from '../whole/furnish.testing.ts'
import { bar, beer, openRoom, panel, signIn } from '../whole/party.testing.ts'
import { createTestHouse, type TestClient } from '../whole/venue-hub.testing.ts'
import { createEscposPrinter } from './escpos-printer.ts'
import { type FakePrinter, startFakePrinter } from './fake-printer.ts'

const quick = { connectMs: 300, answerMs: 150, printMs: 400 }
let fake: FakePrinter | undefined
afterEach(() => fake?.stop())

/** A house with a printer on a real socket, in which a round of beer was ordered. */
async function ordered() {
  const started = await startFakePrinter()
  fake = started
  const settings: Extract<TicketPrinter, { kind: 'escpos' }> = {
    kind: 'escpos',
    host: '127.0.0.1',
    port: started.port,
    paper: 80,
  }
  const house = await createTestHouse({ printer: () => createEscposPrinter(settings, quick) })
  const hub = await house.open()
  const { visit, manager } = await openRoom(hub)
  const station = hub.watch(bar)
  await hub.send(panel, ...beer(visit, 1))
  return { house, hub, started, station, manager, visit }
}
/** Whose bottle is of no order. */
const twoPeople = { pin: '123456', second: { staff: staffId('huang'), pin: '123456' } }
const orderOn = ({ slices }: TestClient) =>
  [...slices].flatMap(([key, value]) => (key.startsWith('order/') ? [value as OrderView] : []))[0]
/** Sockets are real: their answers come when they come. */
async function until(what: () => boolean): Promise<void> {
  const seen = async () => {
    await settled()
    return what()
  }
  await expect.poll(seen, { interval: 5 }).toBe(true)
}
/** Until the station reads that of its printer, a second of the house's clock at a time. */
const turning =
  ({ clock }: Awaited<ReturnType<typeof ordered>>['house'], { slices }: TestClient) =>
  (expected: object) =>
    expect
      .poll(
        async () => {
          await clock.turn(1_000)
          return slices.get('printer')
        },
        { timeout: 20_000, interval: 5 },
      )
      .toMatchObject(expected)

describe('the ticket of an order', () => {
  it('comes out when the guest can undo it no more, and counts as accepted', async () => {
    const { house, started, station } = await ordered()
    await house.clock.turn(7_000)
    expect(started.tickets).toEqual([])
    await house.clock.turn(1_500)
    await until(() => orderOn(station)?.status === 'accepted')
    expect(started.tickets).toHaveLength(1)
    expect(started.tickets[0]).toMatch(/V08\n[\s\S]*beer · 份 +×/)
    expect(started.tickets[0]).toContain('忌：')
    expect(orderOn(station)).toMatchObject({ status: 'accepted', printedAt: expect.any(Number) })
    expect(orderOn(station)).not.toHaveProperty('acceptedBy')
  })

  it('waits for paper, through a restart too, while the station says so; then comes out once', async () => {
    const { house, hub, started, station } = await ordered()
    started.is('no-paper')
    await house.clock.turn(9_000)
    const shown = () => station.slices.get('printer')
    await until(() => JSON.stringify(shown() ?? '').includes('no-paper'))
    expect(shown()).toMatchObject({ state: 'no-paper', waiting: 1 })
    expect(orderOn(station)).toMatchObject({ status: 'placed' })
    await hub.stop()
    const again = await house.open()
    const later = again.watch(bar)
    await until(() => later.slices.has('printer'))
    expect(later.slices.get('printer')).toMatchObject({ state: 'no-paper', waiting: 1 })
    started.is('well')
    await house.clock.turn(5_000)
    await until(() => orderOn(later)?.status === 'accepted')
    await house.clock.turn(60_000)
    await until(() => JSON.stringify(later.slices.get('printer')).includes('well'))
    expect(started.tickets).toHaveLength(1)
    expect(started.tickets[0]).not.toContain('补打')
  })

  it('that ran out of paper in the middle, or may be out after a crash, says that it may be there twice', async () => {
    const { house, started, station } = await ordered()
    started.paperFor(3)
    await house.clock.turn(9_000)
    await until(() => JSON.stringify(station.slices.get('printer') ?? '').includes('no-paper'))
    const again = await house.open()
    const later = again.watch(bar)
    started.paperFor(Number.POSITIVE_INFINITY)
    started.is('well')
    await house.clock.turn(5_000)
    await until(() => orderOn(later)?.status === 'accepted')
    expect(started.tickets).toHaveLength(1)
    expect(started.tickets[0]).toContain('补打，可能打过')
  })

  it('is not printed of what the bar accepted from its screen meanwhile, but again when asked', async () => {
    const { house, hub, started, station } = await ordered()
    started.is('cover-open')
    await house.clock.turn(9_000)
    await until(() => station.slices.has('printer'))
    const order = orderOn(station)?.id ?? ''
    await hub.send(bar, { type: 'AcceptOrder', order, as: staffId('bo') })
    started.is('well')
    await house.clock.turn(6_000)
    await until(() => JSON.stringify(station.slices.get('printer')).includes('well'))
    expect(started.tickets).toEqual([])
    expect(await hub.send(bar, { type: 'PrintTicket', order, as: staffId('bo') })).toMatchObject({ ok: true })
    await until(() => started.tickets.length === 1)
    await until(() => orderOn(station)?.printedAt !== undefined)
    expect(await hub.send(bar, { type: 'PrintTicket', order, as: staffId('bo') })).toMatchObject({ ok: true })
    await until(() => started.tickets.length === 2)
    expect(started.tickets[1]).toContain('补打')
  })

  it('that a printer does not speak of is tried three times; then the next come, and somebody is told', async () => {
    const { house, hub, started, station, manager } = await ordered()
    // So that it is known to say when it has printed.
    await hub.query(manager, { type: 'TestPrinter' })
    started.is('never-done')
    await house.clock.turn(9_000)
    const aSecondOn = async () => {
      await house.clock.turn(1_000)
      return station.slices.get('printer')
    }
    await expect
      .poll(aSecondOn, { timeout: 10_000, interval: 5 })
      .toMatchObject({ state: 'no-answer', waiting: 0, unsure: [expect.any(String)] })
    await house.clock.turn(60_000)
    expect(started.tickets.slice(1).map(ticket => ticket.includes('补打，可能打过'))).toEqual([false, true, true])
    const order = orderOn(station)?.id ?? ''
    expect(orderOn(station)).toMatchObject({ status: 'placed' })
    await hub.send(bar, { type: 'AcceptOrder', order, as: staffId('bo') })
    await until(() => JSON.stringify(station.slices.get('printer')).includes('well'))
    started.is('well')
    await hub.send(bar, { type: 'PrintTicket', order, as: staffId('bo') })
    await until(() => started.tickets.length === 5)
    expect(started.tickets[4]).toContain('补打，可能打过')
  })

  it('that was set aside comes out once more when the printer is back, each once and in their order', async () => {
    const { house, hub, started, station, manager, visit } = await ordered()
    await hub.query(manager, { type: 'TestPrinter' })
    started.is('never-done')
    await house.clock.turn(11_000)
    await hub.send(
      panel,
      { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'tea', qty: 1 }], seen: 2_800 },
      { visit, outbox: 'o1', n: 2 },
    )
    await house.clock.turn(9_000)
    const turned = turning(house, station)
    await turned({ state: 'no-answer', waiting: 0, unsure: [expect.any(String), expect.any(String)] })
    // That it says it is well alone is what it said all the while.
    await house.clock.turn(60_000)
    expect(started.tickets).toHaveLength(1 + 2 * 3)
    started.is('well')
    await hub.query(manager, { type: 'TestPrinter' })
    await turned({ state: 'well', waiting: 0 })
    await house.clock.turn(60_000)
    const again = started.tickets.slice(1 + 2 * 3 + 1)
    expect(again.map(ticket => /beer|tea/.exec(ticket)?.[0])).toEqual(['beer', 'tea'])
    expect(again.every(ticket => ticket.includes('补打，可能打过'))).toBe(true)
    expect([...station.slices].filter(([key]) => key.startsWith('order/')).map(([, view]) => view)).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
    ])
  }, 40_000)

  it('that was set aside comes out no more than once more, though the printer goes and is back again', async () => {
    const { house, hub, started, station, manager } = await ordered()
    await hub.query(manager, { type: 'TestPrinter' })
    started.is('never-done')
    await house.clock.turn(9_000)
    const turned = turning(house, station)
    await turned({ unsure: [expect.any(String)] })
    for (let times = 0; times < 2; times += 1) {
      started.is('no-paper')
      await turned({ state: 'no-paper' })
      started.is('never-done')
      await turned({ state: 'no-answer', unsure: [expect.any(String)] })
      await expect
        .poll(async () => {
          await house.clock.turn(1_000)
          return started.tickets.length
        })
        .toBe(1 + 3 + 1)
    }
  }, 40_000)
})

describe('a test page', () => {
  it('comes out for a manager, and says what is amiss where it does not', async () => {
    const { hub, started, manager } = await ordered()
    expect(await hub.query(manager, { type: 'TestPrinter' })).toEqual({ ok: true, value: { state: 'well' } })
    expect(started.tickets[0]).toContain('䶮㛃')
    started.is('no-paper')
    expect(await hub.query(manager, { type: 'TestPrinter' })).toEqual({ ok: true, value: { state: 'no-paper' } })
    const floor = await signIn(hub, 'chen', 'floor')
    expect(await hub.query(floor, { type: 'TestPrinter' })).toMatchObject({ ok: false })
  })

  it('of a house without a printer is refused in so many words', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { manager } = await openRoom(hub)
    expect(await hub.query(manager, { type: 'TestPrinter' })).toEqual({ ok: true, value: { state: 'none' } })
  })
})

describe('the label of a kept bottle', () => {
  it('comes out with its number, whose it is, how much, where and until when', async () => {
    const { hub, started, visit } = await ordered()
    const floor = await signIn(hub, 'chen', 'floor')
    const bottle = { item: 'whisky', tenths: 6, shelf: 'B-12', days: 90 } as const
    const stored = await hub.send(floor, {
      type: 'StoreKeep',
      visit,
      member: memberId('wang'),
      ...bottle,
      ...twoPeople,
    })
    if (!stored.ok) throw new Error(stored.refusal.refused)
    const keep = String(stored.result.keep)
    expect(await hub.query(bar, { type: 'PrintKeep', keep })).toEqual({ ok: true, value: { state: 'well' } })
    expect(started.tickets[0]).toContain(String(stored.result.label))
    expect(started.tickets[0]).toMatch(/wang +架位 B-12/)
    expect(started.tickets[0]).toMatch(/whisky +剩6成/)
    expect(started.tickets[0]).toMatch(/存到 +2027-02-18/)
    started.is('no-paper')
    expect(await hub.query(bar, { type: 'PrintKeep', keep })).toEqual({ ok: true, value: { state: 'no-paper' } })
    expect(await hub.query(bar, { type: 'PrintKeep', keep: 'nothing' })).toMatchObject({ ok: false })
  })
  it('is another once it was corrected whose it is, and how much of it is left', async () => {
    const { hub, started, manager } = await ordered()
    const bottle = { item: 'whisky', tenths: 6, shelf: 'B-12' } as const
    const floor = await signIn(hub, 'chen', 'floor')
    const storing = { type: 'StoreKeep', member: memberId('li'), ...bottle, days: 90, ...twoPeople } as const
    const stored = await hub.send(floor, storing)
    if (!stored.ok) throw new Error(stored.refusal.refused)
    const keep = String(stored.result.keep)
    const { item: _item, ...now } = { ...bottle, tenths: 8, member: memberId('wang') }
    const correct = { type: 'CorrectKeep', keep, had: 6, ...now, ...twoPeople } as const
    expect(await hub.send(floor, correct)).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } })
    expect(await hub.send(manager, { ...correct, member: memberId('nobody') })).toMatchObject({ ok: false })
    expect(await hub.send(manager, correct)).toMatchObject({ ok: true })
    expect(await hub.query(manager, { type: 'PrintKeep', keep })).toMatchObject({ value: { state: 'well' } })
    expect(started.tickets[0]).toMatch(/wang +架位 B-12/)
    expect(started.tickets[0]).toMatch(/whisky +剩8成/)
  })

  it('says the name of who is not here to nobody who may not know it', async () => {
    const { hub, started, manager } = await ordered()
    const floor = await signIn(hub, 'chen', 'floor')
    const bottle = { item: 'whisky', tenths: 6, shelf: 'B-12', days: 90 } as const
    const stored = await hub.send(floor, { type: 'StoreKeep', member: memberId('li'), ...bottle, ...twoPeople })
    if (!stored.ok) throw new Error(stored.refusal.refused)
    const print = { type: 'PrintKeep', keep: String(stored.result.keep) } as const
    for (const by of [bar, floor, manager])
      expect(await hub.query(by, print)).toMatchObject({ value: { state: 'well' } })
    expect(started.tickets.map(ticket => ticket.includes(String(stored.result.label)))).toEqual([true, true, true])
    expect(started.tickets.map(ticket => /\bli +架位 B-12/.test(ticket))).toEqual([false, false, true])
  })
})
