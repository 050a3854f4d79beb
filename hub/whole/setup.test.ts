import { describe, expect, it } from 'vitest'
import type { ItemFields } from '../../shared/protocol/commands/setup.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { MenuSetupView, StaffSetupView } from '../../shared/protocol/views/setup.ts'
import type { Principal } from '../domain/principal.ts'
import { deviceId, staffId } from './furnish.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

/** Signs the manager in on a console of theirs. */
async function signIn(
  hub: TestHub,
  device = 'mei',
  who = 'mei',
  role: 'manager' | 'owner' = 'manager',
): Promise<Principal> {
  const at = { kind: 'console', device: deviceId(device) } as const
  const answer = await hub.send(at, { type: 'SignIn', staff: staffId(who), pin: '123456' })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return { kind: 'staff', device: deviceId(device), session: String(answer.result.session), staff: staffId(who), role }
}

async function menuOf(hub: TestHub, by: Principal): Promise<MenuSetupView> {
  const answer = await hub.query(by, { type: 'MenuSetup' })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return answer.value as MenuSetupView
}

async function itemOf(hub: TestHub, by: Principal, wanted: string) {
  const item = (await menuOf(hub, by)).items.find(({ id }) => id === wanted)
  if (!item) throw new Error(`no ${wanted}`)
  const { id, rev, retired: _retired, ...fields } = item
  return { id, rev, fields: fields as ItemFields }
}

const teas = (qty: number, seen: number): PeopleCommand => ({
  type: 'PlaceOrder',
  source: 'menu',
  lines: [{ item: 'tea', qty }],
  seen,
})
const panel: Principal = { kind: 'panel', device: 'panel-v01', room: 'v01' }

describe('a price changed in set-up', () => {
  it('is on every surface at once, holds for new taps, and outlives the hub; what was ordered before costs what it did', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const mei = await signIn(hub)
    const opened = await hub.send(mei, { type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 3 })
    if (!opened.ok) throw new Error(opened.refusal.refused)
    const visit = String(opened.result.visit)
    const screen = hub.watch(panel)
    const desk = hub.watch(mei)
    expect(await hub.send(panel, teas(1, 2_800), { visit })).toMatchObject({ ok: true })

    const { id, rev, fields } = await itemOf(hub, mei, 'tea')
    const save = { type: 'SaveItem', item: id, rev, fields: { ...fields, price: 3_200 } } as const
    expect(await hub.send(mei, save)).toMatchObject({ ok: true })
    expect(screen.slices.get('item/tea')).toMatchObject({ price: 3_200 })
    expect(desk.slices.get('setup')).toMatchObject({ venue: 0, menu: 1 })
    expect(desk.lines.at(-1)).toMatchObject({
      event: 'SetupChanged',
      about: 'tea',
      amount: 3_200,
      staff: staffId('mei'),
    })
    expect(house.durable.at(-1)?.events).toEqual([
      {
        type: 'SetupChanged',
        of: 'menu',
        part: 'item',
        id: 'tea',
        rev: 1,
        fields: [{ field: 'price', was: 2_800, now: 3_200 }],
      },
    ])

    expect(await hub.send(panel, teas(2, 5_600), { visit })).toMatchObject({
      refusal: { refused: 'price-changed' },
    })
    expect(await hub.send(panel, teas(2, 6_400), { visit })).toMatchObject({ ok: true })

    hub = await house.open()
    const again = hub.watch(panel)
    expect(again.slices.get('item/tea')).toMatchObject({ price: 3_200 })
    const later = hub.watch(mei)
    const totals = [...later.slices].filter(([key]) => key.startsWith('order/')).map(([, value]) => value)
    expect(totals).toMatchObject([{ total: 2_800 }, { total: 6_400 }])
    await hub.stop()
  })

  it('survives a checkpoint, and so does what came after it', async () => {
    const house = await createTestHouse({ factsPerCheckpoint: 2 })
    let hub = await house.open()
    const mei = await signIn(hub)
    for (const price of [3_000, 3_100, 3_200, 3_300]) {
      const { id, rev, fields } = await itemOf(hub, mei, 'tea')
      expect(await hub.send(mei, { type: 'SaveItem', item: id, rev, fields: { ...fields, price } })).toMatchObject({
        ok: true,
      })
    }
    hub = await house.open()
    expect(await itemOf(hub, mei, 'tea')).toMatchObject({ rev: 4, fields: { price: 3_300 } })
    await hub.stop()
  })
})

describe('two consoles at one thing', () => {
  it('the second is told, and overwrites nothing; at another thing it is not in the way', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const mei = await signIn(hub)
    const huang = await signIn(hub, 'desk', 'huang', 'owner')
    const { id, rev, fields } = await itemOf(hub, mei, 'tea')
    const beer = await itemOf(hub, huang, 'beer')
    const both = await Promise.all([
      hub.send(mei, { type: 'SaveItem', item: id, rev, fields: { ...fields, price: 3_000 } }),
      hub.send(huang, { type: 'SaveItem', item: 'beer', rev: beer.rev, fields: { ...beer.fields, price: 4_000 } }),
    ])
    expect(both).toMatchObject([{ ok: true }, { ok: true }])
    expect(await hub.send(huang, { type: 'SaveItem', item: id, rev, fields: { ...fields, price: 1 } })).toMatchObject({
      refusal: { refused: 'changed', next: 'look-again' },
    })
    expect(await itemOf(hub, mei, 'tea')).toMatchObject({ fields: { price: 3_000 } })
    expect(await itemOf(hub, mei, 'beer')).toMatchObject({ fields: { price: 4_000 } })
    await hub.stop()
  })
})

describe('what is taken off the list', () => {
  it('can be ordered no more, and keeps its name on the orders that there are', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const mei = await signIn(hub)
    const opened = await hub.send(mei, { type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 3 })
    if (!opened.ok) throw new Error(opened.refusal.refused)
    const visit = String(opened.result.visit)
    const screen = hub.watch(panel)
    expect(await hub.send(panel, teas(1, 2_800), { visit })).toMatchObject({ ok: true })
    expect(await hub.send(mei, { type: 'RetireItem', item: 'tea', rev: 0, retired: true })).toMatchObject({ ok: true })
    expect(screen.slices.get('item/tea')).toMatchObject({ name: { zhHans: 'tea' }, retired: true })
    expect(await hub.send(panel, teas(2, 5_600), { visit })).toMatchObject({ refusal: { refused: 'unknown-item' } })
    await hub.stop()
  })
})

describe('somebody new', () => {
  it('signs in by the name and PIN they were given, with the role they were given, and later no more', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const huang = await signIn(hub, 'mei', 'huang', 'owner')
    const desk = hub.watch(huang)
    const made = await hub.send(huang, {
      type: 'NewStaff',
      name: { zhHans: '阿豪' },
      role: 'floor',
      zone: [1],
      newPin: '480271',
      pin: '123456',
    })
    if (!made.ok) throw new Error(made.refusal.refused)
    const staff = String(made.result.staff)
    expect(desk.slices.get(`staff/${staff}`)).toMatchObject({ name: { zhHans: '阿豪' }, role: 'floor', zone: [1] })
    expect(JSON.stringify(house.durable.at(-1))).not.toContain('阿豪')

    hub = await house.open()
    const pc = { kind: 'console', device: deviceId('desk') } as const
    expect(await hub.send(pc, { type: 'SignIn', staff, pin: '123456' })).toMatchObject({ ok: true })
    const everybody = await hub.query(huang, { type: 'StaffSetup' })
    const people = everybody.ok ? (everybody.value as StaffSetupView).people : []
    const rev = people.find(({ id }) => id === staff)?.rev ?? 0
    expect(await hub.send(huang, { type: 'RemoveStaff', staff, rev: rev + 1, pin: '123456' })).toMatchObject({
      refusal: { refused: 'changed' },
    })
    expect(await hub.send(huang, { type: 'RemoveStaff', staff, rev, pin: '123456' })).toMatchObject({ ok: true })
    expect(hub.sessionOf(pc.device)).toBeUndefined()
    expect(await hub.send(pc, { type: 'SignIn', staff, pin: '123456' })).toMatchObject({
      refusal: { refused: 'wrong-pin' },
    })
    expect(hub.watch(huang).slices.get(`staff/${staff}`)).toMatchObject({ name: { zhHans: '阿豪' }, gone: true })
    await hub.stop()
  })
})

describe('a room', () => {
  it('that is added can be opened at once, for a price set a moment ago; once empty it can go, with its panel', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const huang = await signIn(hub, 'mei', 'huang', 'owner')
    const desk = hub.watch(huang)
    const id = async (command: PeopleCommand) => {
      const answer = await hub.send(huang, command)
      if (!answer.ok) throw new Error(answer.refusal.refused)
      return String(answer.result.id)
    }
    const roomClass = await id({
      type: 'SaveRoomClass',
      rev: 0,
      fields: { name: { zhHans: '总统套' }, capacity: 30, minimumSpend: 500_000 },
    })
    const tariff = await id({
      type: 'SaveTariff',
      rev: 0,
      fields: { kind: 'timed', name: { zhHans: '计时' }, roomClass, bands: [{ from: 0, to: 1440, price: 90_000 }] },
    })
    const room = await id({ type: 'SaveRoom', rev: 0, fields: { name: '888', floor: 3, roomClass } })
    expect(desk.slices.get(`room/${room}`)).toMatchObject({ name: '888', floor: 3, capacity: 30, condition: 'ready' })
    expect(desk.slices.get(`tariff/${tariff}`)).toMatchObject({ priceNow: 90_000 })

    hub = await house.open()
    const opened = await hub.send(huang, { type: 'OpenVisit', room, tariff, party: 9 })
    if (!opened.ok) throw new Error(opened.refusal.refused)
    const visit = String(opened.result.visit)
    // An hour and a half by hand: 900 yuan and 450.
    await house.clock.turn(90 * 60_000)
    expect(hub.watch(huang).slices.get(`visit/${visit}`)).toMatchObject({
      money: { room: 135_000, minimumSpend: 500_000 },
    })
    expect(await hub.send(huang, { type: 'RemoveRoom', room, rev: 1 })).toMatchObject({
      refusal: { refused: 'room-taken' },
    })
    expect(await hub.send(huang, { type: 'SettleVisit', visit })).toMatchObject({ ok: true })
    expect(await hub.send(huang, { type: 'CloseVisit', visit })).toMatchObject({ ok: true })
    expect(await hub.send(huang, { type: 'RemoveRoom', room, rev: 1 })).toMatchObject({ ok: true })
    expect(hub.watch(huang).slices.has(`room/${room}`)).toBe(false)
    await hub.stop()
  })
})

describe('a rule of the house', () => {
  it('holds for the next tap, and the lobby shows its new line at once', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const huang = await signIn(hub, 'mei', 'huang', 'owner')
    const lobby = hub.watch({ kind: 'kiosk', device: deviceId('kiosk') })
    const saved = await hub.send(huang, {
      type: 'SavePolicy',
      rev: 0,
      changes: { defaultOrderRule: { kind: 'staff-only' } },
    })
    expect(saved).toMatchObject({ ok: true })
    const opened = await hub.send(huang, { type: 'OpenVisit', room: 'v01', tariff: 'small-timed', party: 3 })
    if (!opened.ok) throw new Error(opened.refusal.refused)
    const visit = String(opened.result.visit)
    expect(await hub.send(panel, teas(1, 2_800), { visit })).toMatchObject({ refusal: { refused: 'staff-only' } })
    const lines = [{ zhHans: '今晚有惊喜' }]
    expect(await hub.send(huang, { type: 'SaveHouse', rev: 0, changes: { welcomeLines: lines } })).toMatchObject({
      ok: true,
    })
    expect(lobby.slices.get('venue')).toMatchObject({ lines })
    // The code that this kiosk shows is of no venue's making.
    expect(lobby.slices.has('ticket')).toBe(true)
    expect(await hub.send(huang, { type: 'SaveHouse', rev: 0, changes: { locale: 'en' } })).toMatchObject({
      refusal: { refused: 'changed' },
    })
    hub = await house.open()
    expect(hub.watch(panel).slices.get('venue')).toMatchObject({ lines })
    await hub.stop()
  })
})

describe('set-up on a broken disk', () => {
  it('is refused whole: the old price is on the disk and on the screens', async () => {
    const house = await createTestHouse()
    let hub = await house.open()
    const mei = await signIn(hub)
    const { id, rev, fields } = await itemOf(hub, mei, 'tea')
    house.disk.failAt('rename')
    expect(await hub.send(mei, { type: 'SaveItem', item: id, rev, fields: { ...fields, price: 3_200 } })).toMatchObject(
      {
        refusal: { refused: 'unavailable' },
      },
    )
    house.disk.heal()
    hub = await house.open()
    expect(await itemOf(hub, mei, 'tea')).toMatchObject({ rev: 0, fields: { price: 2_800 } })
    await hub.stop()
  })
})
