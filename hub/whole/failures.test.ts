/** Disks that fail, bugs that throw, hubs that are killed: what was promised stays, what was not never happened. */
import { describe, expect, it, vi } from 'vitest'
import { StoreFailed } from '../ports.ts'
import { settled } from '../system/told-clock.ts'
import { deviceId, memberId, secrets, staffId } from './furnish.testing.ts'
import { bar, beer, kiosk, openRoom, ordersOf, panel, type StaffPrincipal, signIn } from './party.testing.ts'
import { createTestHouse, type TestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const rename = (rev: number, called: string, member = 'li') =>
  ({ type: 'SaveMember', member: memberId(member), rev, changes: { called } }) as const

async function calledOf(hub: TestHub, member = 'li'): Promise<unknown> {
  const manager = await signIn(hub, 'mei', 'manager')
  const card = await hub.query(manager, { type: 'MemberCard', member: memberId(member) })
  return card.ok && typeof card.value === 'object' && card.value && 'called' in card.value ? card.value.called : card
}

async function mend(house: TestHouse): Promise<void> {
  await settled()
  await house.clock.turn(6000)
}

it('opens the disk anew only when nothing of the hub before is on its way to it', async () => {
  const house = await createTestHouse({ factsPerCheckpoint: 1 })
  const { replace } = house.disk.files
  const held: (() => void)[] = []
  Object.assign(house.disk.files, {
    replace: (path: string, content: string | Uint8Array) =>
      path.endsWith('checkpoint.json') ? new Promise<void>(done => held.push(done)) : replace(path, content),
  })
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  await settled()
  expect(held.length).toBeGreaterThan(0)
  house.disk.failAt('write')
  await hub.send(manager, rename(1, '李总'))
  await mend(house)
  expect(hub.health.status).toBe('storage-failed')
  Object.assign(house.disk.files, { replace })
  for (const done of held) done()
  await mend(house)
  expect(hub.health.status).toBe('ok')
  await hub.stop()
})

it('leaves no file open of the times it opened in vain', async () => {
  const house = await createTestHouse()
  const { openDurable, read } = house.disk.files
  let files = 0
  Object.assign(house.disk.files, {
    openDurable(path: string) {
      const file = openDurable(path)
      files += 1
      const close = () => {
        files -= 1
        file.close()
      }
      return { ...file, close }
    },
  })
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  await settled()
  const well = files
  house.disk.failAt('write')
  await hub.send(manager, rename(1, '李总'))
  Object.assign(house.disk.files, {
    read: async (path: string) => {
      if (path.endsWith('staff/st1.json')) throw new StoreFailed('unreadable', path, 'EIO')
      return read(path)
    },
  })
  for (let tries = 0; tries < 3; tries++) await mend(house)
  expect(hub.health.status).toBe('storage-failed')
  expect(files).toBe(0)
  Object.assign(house.disk.files, { read })
  await mend(house)
  expect(hub.health.status).toBe('ok')
  expect(files).toBe(well)
  await hub.stop()
})

describe('a record that cannot be written', () => {
  it('stops the hub like any failed write; afterwards it can be saved', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    house.disk.failAt('rename')
    expect(await hub.send(manager, rename(1, '李总'))).toMatchObject({
      refusal: { refused: 'unavailable', next: 'wait' },
    })
    expect(hub.health.status).toBe('storage-failed')
    await mend(house)
    expect(hub.health.status).toBe('ok')
    expect(await calledOf(hub)).toBe('li')
    const again = await signIn(hub, 'mei', 'manager')
    expect(await hub.send(again, rename(1, '李总'))).toMatchObject({ ok: true })
  })

  it('is rolled back when the hub is killed between row and fact', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    const steps = house.disk.steps.length
    const killed = hub.send(manager, rename(1, '李总'))
    while (!house.disk.steps.slice(steps).some(step => step.startsWith('rename'))) await Promise.resolve()
    const next = await house.open()
    expect(house.disk.inner.disk.get('data/members/m1.json')?.toString()).toContain('李总')
    expect(await calledOf(next)).toBe('li')
    await Promise.race([killed, settled()])
  })

  it('is kept when the hub is killed just after the fact', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    expect(await hub.send(manager, rename(1, '李总'))).toMatchObject({ ok: true })
    expect(await calledOf(await house.open())).toBe('李总')
  })

  it('is not there when its fact could not be written, though its shard was saved once more meanwhile', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    house.disk.failAt('write', 3)
    const both = [hub.send(manager, rename(1, '李总')), hub.send(manager, rename(1, '赵总', 'zhao'))]
    await Promise.all(both)
    await mend(house)
    house.disk.heal()
    for (const [at, [member, called]] of [['li', '李总'] as const, ['zhao', '赵总'] as const].entries())
      expect(await calledOf(hub, member)).toBe((await both[at])?.ok ? called : member)
  })

  it('is not there either when its shard was saved between its decision and the failure of its fact', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    const before = hub.seq
    const one = hub.send(manager, rename(1, '李总'))
    while (hub.seq === before) await Promise.resolve()
    // The first write is that of the shard, the next that of the journal.
    house.disk.failAt('write', 2)
    const other = hub.send(manager, rename(1, '赵总', 'zhao'))
    expect([(await one).ok, (await other).ok]).toEqual([false, false])
    expect(house.disk.inner.disk.get('data/members/m1.json')?.toString()).toContain('赵总')
    await mend(house)
    expect([await calledOf(hub), await calledOf(hub, 'zhao')]).toEqual(['li', 'zhao'])
  })

  it('is not written over by who looked before', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    const answers = await Promise.all([hub.send(manager, rename(1, '李总')), hub.send(manager, rename(1, '李董'))])
    expect(answers).toMatchObject([{ ok: true }, { refusal: { refused: 'already-done', next: 'look-again' } }])
    expect(await calledOf(hub)).toBe('李总')
    expect(await hub.send(await signIn(hub, 'mei', 'manager'), rename(2, '李董'))).toMatchObject({ ok: true })
  })
})

describe('a device', () => {
  it('that is revoked while its token is renewed stays revoked', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    const row = hub.devices.find(deviceId('bar'))
    if (!row) throw new Error('no bar')
    const [revoked] = await Promise.allSettled([
      hub.send(manager, { type: 'RevokeDevice', device: row.id }),
      hub.devices.save({ ...row, tokens: [{ hash: 'h'.repeat(43), since: 1 }] }),
    ])
    expect(revoked).toMatchObject({ value: { ok: true } })
    expect(hub.devices.find(row.id)).toMatchObject({ revoked: true, tokens: [] })
  })
})

describe('a checkpoint that cannot be written', () => {
  it.each(['open', 'write', 'sync', 'rename', 'sync-folder'] as const)('loses nothing: %s', async step => {
    for (let n = 1; n <= 4; n++) {
      const house = await createTestHouse({ factsPerCheckpoint: 8 })
      const hub = await house.open()
      const { visit, manager } = await openRoom(hub)
      await hub.send(manager, rename(1, '李总'))
      house.disk.failAt(step, n)
      for (let tap = 1; tap <= 20; tap++) {
        const quiet = { type: 'SetDoNotDisturb', on: tap % 2 === 1 } as const
        for (let tries = 0; !(await hub.send(panel, quiet, { visit, outbox: 'o1', n: tap })).ok; tries++) {
          expect(tries).toBeLessThan(3)
          await mend(house)
        }
      }
      await settled()
      house.disk.heal()
      const next = await house.open()
      expect(await calledOf(next)).toBe('李总')
      expect(house.durable.flatMap(({ command }) => (command.outbox === 'o1' ? [command.n] : []))).toEqual(
        Array.from({ length: 20 }, (_, at) => at + 1),
      )
      expect(next.watch(panel).slices.get('visit')).toMatchObject({ doNotDisturb: false })
    }
  })
})

describe('a hub whose disk failed', () => {
  it('keeps nothing of what it could not write when it is stopped before the disk is well', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    house.disk.failAt('write')
    await hub.send(panel, ...beer(visit, 1))
    await hub.stop()
    const next = await house.open()
    expect(ordersOf(next.watch(bar))).toEqual([])
    expect(await next.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
  })

  it('keeps nothing of it either when it fails while the hub stops', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    house.disk.failAt('write')
    const tap = hub.send(panel, ...beer(visit, 1))
    await hub.stop()
    expect(await tap).toMatchObject({ refusal: { refused: 'unavailable' } })
    expect(ordersOf((await house.open()).watch(bar))).toEqual([])
  })

  it('tells who is signed in when the line turns out to be on the disk after all', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const changed: string[] = []
    hub.onPrincipalChange(device => changed.push(device))
    house.disk.failAt('sync')
    const answer = await hub.send(
      { kind: 'console', device: deviceId('mei') },
      { type: 'SignIn', staff: staffId('mei'), pin: '123456' },
    )
    expect(answer).toMatchObject({ refusal: { refused: 'unavailable' } })
    expect(changed).toEqual([])
    await mend(house)
    expect(hub.sessionOf(deviceId('mei'))).toMatchObject({ role: 'manager' })
    expect(changed).toEqual([deviceId('mei')])
  })

  it('answers no question from what it could not write', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager = await signIn(hub, 'mei', 'manager')
    house.disk.failAt('write')
    const locking = hub.send(manager, { type: 'SetOutOfOrder', room: 'v08', outOfOrder: true })
    const free = await hub.query(manager, { type: 'FreeRooms', party: 15 })
    expect((await locking).ok).toBe(false)
    expect(free).toMatchObject({ ok: false, refusal: { refused: 'unavailable' } })
  })

  it('says in its log what a torn end cost', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    house.disk.tearNext(bytes => Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(bytes.length - 40)]))
    await hub.send(panel, ...beer(visit, 1))
    await house.open()
    expect(house.logged).toContainEqual({
      level: 'warn',
      event: 'journal-tail-dropped',
      detail: expect.objectContaining({ file: '2026-11-20.ndjson', line: house.durable.length + 1 }),
    })
  })
})

describe('a bug', () => {
  it('in a decision refuses that tap and nothing else', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const { visit } = await openRoom(hub)
    const before = house.durable.length
    house.breakIds(true)
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({
      refusal: { refused: 'unavailable', next: 'try-again' },
    })
    expect(house.logged.at(-1)).toMatchObject({ event: 'command-broken', detail: { command: 'PlaceOrder' } })
    house.breakIds(false)
    await settled()
    expect(house.durable).toHaveLength(before)
    expect(hub.health.status).toBe('ok')
    expect(await hub.send(panel, ...beer(visit, 1))).toMatchObject({ ok: true })
  })

  it('after a record was written for it leaves the record as it was', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    house.breakIds(true)
    expect(await hub.send(kiosk, { type: 'WalkIn', party: 2, called: '阿强' })).toMatchObject({
      refusal: { refused: 'unavailable', next: 'try-again' },
    })
    house.breakIds(false)
    expect(await hub.send(kiosk, { type: 'WalkIn', party: 2, called: '阿强' })).toMatchObject({ ok: true })
  })
})

describe('a console', () => {
  it('goes on knowing who it is when a record changes that everybody is told anew', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    const manager: StaffPrincipal = await signIn(hub, 'mei', 'manager')
    const screen = hub.watch(manager)
    const self = screen.slices.get('self')
    expect(self).toMatchObject({ session: { staff: staffId('mei') } })
    const known: unknown[] = []
    const { send } = screen
    screen.send = frame => {
      send(frame)
      known.push(screen.slices.get('self'))
    }
    expect(
      await hub.send(manager, { type: 'ResetPin', staff: staffId('chen'), newPin: '480271', pin: '123456' }),
    ).toMatchObject({ ok: true })
    expect(screen.frames.at(-2)).toMatchObject({ whole: true })
    // Not for a moment: a console that knew nobody would go to its first screen.
    expect(new Set(known.map(one => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(self)]))
  })

  it('of one’s own stays signed in all evening; one of several people does not', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await signIn(hub, 'mei', 'manager')
    await signIn(hub, 'lily', 'desk', deviceId('desk'))
    await signIn(hub, 'bo', 'bar', deviceId('bar'))
    await house.clock.turn(20 * 60_000)
    expect(hub.sessionOf(deviceId('mei'))).toBeDefined()
    expect(hub.sessionOf(deviceId('desk'))).toBeUndefined()
    expect(hub.sessionOf(deviceId('bar'))).toBeUndefined()
    await house.clock.turn(12 * 3_600_000)
    expect(hub.sessionOf(deviceId('mei'))).toBeUndefined()
  })
})

describe('the party that is known', () => {
  it('finds nothing on its playlist that may not be sung', async () => {
    const house = await createTestHouse()
    const hub = await house.open()
    await openRoom(hub)
    const playlist = JSON.stringify(hub.watch(panel).slices.get('playlist'))
    expect(playlist).toContain('yours')
    expect(playlist).not.toContain('不该唱')
    expect(playlist).not.toContain(String(secrets.spend))
  })

  it('comes in without songs while nobody can say which there are', async () => {
    const house = await createTestHouse({ songs: () => Promise.reject(new Error('the thread ended')) })
    const hub = await house.open()
    await openRoom(hub)
    expect(JSON.stringify(hub.watch(panel).slices.get('playlist'))).not.toContain('yours')
    expect(house.logged.map(({ event }) => event)).toContain('no-songs-to-lay')
    await hub.stop()
  })
})
