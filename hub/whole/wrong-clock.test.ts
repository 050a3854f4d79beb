import { describe, expect, it } from 'vitest'
import { bar, beer, openRoom, panel, signIn } from './party.testing.ts'
import { createTestHouse, type TestClient, type TestHouse } from './venue-hub.testing.ts'

const day = 86_400_000

const nightsOnDisk = async ({ disk }: TestHouse) =>
  (await disk.inner.list('data/journal')).filter(name => name.endsWith('.ndjson')).sort()

/** A party is in, then the power goes, and the machine wakes so much later by its clock. */
async function wakesAfter(ms: number) {
  const house = await createTestHouse()
  const before = await house.open()
  await house.clock.turn(1000)
  const { visit } = await openRoom(before)
  await before.stop()
  house.clock.setBy(ms)
  const hub = await house.open()
  await house.clock.turn(60_000)
  return { house, hub, visit, station: hub.watch(bar) }
}

/** Its clock was 1600 days ahead. */
async function goesOnOncePutRight(house: TestHouse, station: TestClient) {
  house.clock.setBy(-1600 * day)
  await house.clock.turn(120_000)
  expect(station.slices.has('clock')).toBe(false)
  await house.clock.turn(day)
  expect(station.slices.get('night')).toMatchObject({ day: '2026-11-21' })
  expect(await nightsOnDisk(house)).toEqual(['2026-11-20.ndjson', '2026-11-21.ndjson'])
}

describe('a hub that wakes years later', () => {
  it('begins no night and no day file of it, says so, and serves its guests', async () => {
    const { house, hub, visit, station } = await wakesAfter(1600 * day)
    expect(station.slices.get('clock')).toEqual({ is: 'ahead', night: '2026-11-20', today: '2031-04-08' })
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
    expect(await nightsOnDisk(house)).toEqual(['2026-11-20.ndjson'])
    await house.clock.turn(2 * day)
    expect(station.slices.get('night')).toMatchObject({ day: '2026-11-20' })
    expect(await nightsOnDisk(house)).toEqual(['2026-11-20.ndjson'])
  })

  it('goes on as if nothing had been once its clock is put right', async () => {
    const { house, hub, visit, station } = await wakesAfter(1600 * day)
    await hub.send(panel, ...beer(visit, 1))
    await goesOnOncePutRight(house, station)
  })

  it('takes back no promise of a room, then nor when its clock is put right, until that hour comes', async () => {
    const house = await createTestHouse()
    const before = await house.open()
    await house.clock.turn(1000)
    const manager = await signIn(before, 'mei', 'manager')
    const now = house.clock.now()
    const arrivesAt = now + 3 * 3_600_000
    const promise = { party: 4, arrivesAt, heldUntil: arrivesAt + 1_800_000, roomClass: 'big', deposit: true } as const
    expect(await before.send(manager, { type: 'Reserve', name: '陈先生', ...promise })).toMatchObject({ ok: true })
    await before.stop()
    house.clock.setBy(1600 * day)
    const hub = await house.open()
    const desk = hub.watch(await signIn(hub, 'mei', 'manager'))
    const shown = () => [...desk.slices].flatMap(([key, value]) => (key.startsWith('reservation/') ? [value] : []))
    await house.clock.turn(180_000)
    expect(shown()).toMatchObject([{ name: '陈先生' }])
    expect(shown()[0]).not.toHaveProperty('released')
    house.clock.setBy(-1600 * day)
    await house.clock.turn(120_000)
    expect(shown()[0]).not.toHaveProperty('released')
    await house.clock.turn(4 * 3_600_000)
    expect(shown()).toMatchObject([{ name: '陈先生', released: true }])
  })

  it('begins the night of the day that a manager says it is, once, and no other', async () => {
    const { house, hub, station } = await wakesAfter(60 * day)
    const manager = await signIn(hub, 'mei', 'manager')
    const start = (of: string) => hub.send(manager, { type: 'StartDay', day: of })
    expect(await start('2027-01-18')).toMatchObject({ ok: false, refusal: { refused: 'changed' } })
    expect(await start('2027-01-19')).toMatchObject({ ok: true })
    expect(station.slices.has('clock')).toBe(false)
    expect(station.slices.get('night')).toMatchObject({ day: '2027-01-19' })
    expect(await start('2027-01-19')).toMatchObject({ ok: true })
    expect(await nightsOnDisk(house)).toEqual(['2026-11-20.ndjson', '2027-01-19.ndjson'])
    await house.clock.turn(day)
    expect(station.slices.get('night')).toMatchObject({ day: '2027-01-20' })
  })

  it('and what a manager gave away tonight is given away', async () => {
    const house = await createTestHouse()
    const before = await house.open()
    await house.clock.turn(1000)
    const { visit, manager } = await openRoom(before)
    const reduce = (amount: number) =>
      ({ type: 'GiveComp', visit, kind: 'reduction', amount, reason: 'birthday', pin: '123456' }) as const
    for (const amount of [10_001, 10_002, 10_003, 10_004])
      expect(await before.send(manager, reduce(amount))).toMatchObject({ ok: true })
    await before.stop()
    house.clock.setBy(1600 * day)
    const hub = await house.open()
    await house.clock.turn(60_000)
    const again = await signIn(hub, 'mei', 'manager')
    expect(await hub.send(again, reduce(10_005))).toMatchObject({ ok: false, refusal: { refused: 'over-quota' } })
  })

  it('and asks before somebody pays by it', async () => {
    const { hub, visit } = await wakesAfter(1600 * day)
    const manager = await signIn(hub, 'mei', 'manager')
    const settle = { type: 'SettleVisit', visit } as const
    expect(await hub.send(manager, settle)).toMatchObject({ refusal: { refused: 'clock-doubtful', next: 'confirm' } })
    expect(await hub.send(manager, settle, { sure: true })).toMatchObject({ ok: true })
  })

  it('charges nobody for the years between a wrong clock and the right one, and asks', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await house.clock.turn(1000)
    house.clock.setBy(-9000 * day)
    const { visit, manager } = await openRoom(hub)
    house.clock.setBy(9000 * day)
    await house.clock.turn(60_000)
    expect(hub.watch(await signIn(hub, 'mei', 'manager')).slices.get(`visit/${visit}`)).toMatchObject({
      money: { room: 0, doubtful: true },
    })
    const settle = { type: 'SettleVisit', visit } as const
    const again = await signIn(hub, 'mei', 'manager', manager.device)
    expect(await hub.send(again, settle)).toMatchObject({ refusal: { refused: 'clock-doubtful' } })
    expect(await hub.send(again, settle, { sure: true })).toMatchObject({ ok: true })
    expect(hub.watch(again).slices.get(`visit/${visit}`)).toMatchObject({ status: 'settled', money: { room: 0 } })
  })

  it('asks nobody after some days off', async () => {
    const { station } = await wakesAfter(6 * day)
    expect(station.slices.has('clock')).toBe(false)
    expect(station.slices.get('night')).toMatchObject({ day: '2026-11-26' })
  })
})

describe('a hub whose clock somebody sets while it runs', () => {
  it('begins no night of another year either, whoever wakes first', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await house.clock.turn(1000)
    const { visit } = await openRoom(hub)
    const station = hub.watch(bar)
    // An answer is due before the minute is over: the scheduler wakes for it, and finds the cutover due as well.
    await hub.send(panel, { type: 'CallService', service: 'ice' }, { visit })
    await house.clock.turn(59_500)
    house.clock.setBy(1600 * day)
    await house.clock.turn(180_000)
    expect(station.slices.get('night')).toMatchObject({ day: '2026-11-20' })
    expect(station.slices.get('clock')).toMatchObject({ is: 'ahead' })
    await goesOnOncePutRight(house, station)
  })
})

describe('a hub that wakes in the past', () => {
  it('says so, and loses nothing', async () => {
    const { house, hub, visit, station } = await wakesAfter(-9000 * day)
    expect(station.slices.get('clock')).toMatchObject({ is: 'behind', night: '2026-11-20' })
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
    expect(await nightsOnDisk(house)).toEqual(['2026-11-20.ndjson'])
    house.clock.setBy(9000 * day)
    await house.clock.turn(60_000)
    expect(station.slices.has('clock')).toBe(false)
  })
})
