/** Given backups of the house, when its owner wants one of them back, then it is looked through, and told how that went. */
import { expect, it } from 'vitest'
import type { Id } from '../../shared/protocol/primitives.ts'
import { StoreFailed } from '../ports.ts'
import { settled } from '../system/told-clock.ts'
import { staffId } from '../whole/furnish.testing.ts'
import { kiosk, openRoom, panel, signIn } from '../whole/party.testing.ts'
import { createTestHouse, type TestClient } from '../whole/venue-hub.testing.ts'
import type { FoundBackup } from './find-backups.ts'
import type { RestoreTold } from './restore-told.ts'
import { createRestores } from './restores.ts'

const backup: FoundBackup = {
  ...{ name: 'changming-night-20261120-040000.tar.gz', path: '/stick/x', label: 'night', madeAt: 7, bytes: 9 },
  label: 'night',
}
const restore = (name: string = backup.name, pin = '123456') => ({ type: 'RestoreHouse', backup: name, pin }) as const
const shown = (client: TestClient) => client.slices.get('backup')

/** Looking through ends when the test says so. */
function stick() {
  const there = [backup]
  const looked: { good: () => void; failed: (error: unknown) => void }[] = []
  const started: { readonly backup: FoundBackup; readonly staff: Id; readonly device: Id }[] = []
  let told: RestoreTold | undefined
  const restoring = {
    find: async () => there,
    verify: () => new Promise<void>((good, failed) => void looked.push({ good, failed })),
    startFrom: (from: FoundBackup, by: { staff: Id; device: Id }) => void started.push({ backup: from, ...by }),
    told: async () => told,
    forgetTold: async () => {
      told = undefined
    },
  }
  return {
    there,
    looked,
    started,
    restore: restoring,
    copy: () => new Promise<{ bytes: number }>(() => undefined),
    tell: (next: RestoreTold) => {
      told = next
    },
    untell: () => {
      told = undefined
    },
  }
}

it('is begun by the owner with their PIN, for one that is there; every lead sees it, and the hub starts from it once it is good', async () => {
  const edge = stick()
  const house = await createTestHouse(edge)
  const hub = await house.open()
  const owner = await signIn(hub, 'huang', 'owner')
  const manager = hub.watch(await signIn(hub, 'mei', 'manager'))
  expect(await hub.query(owner, { type: 'Backups' })).toEqual({
    ok: true,
    value: { backups: [{ name: backup.name, at: 7, bytes: 9, night: true }] },
  })
  expect(await hub.send(owner, restore(backup.name, '654321'))).toMatchObject({ refusal: { refused: 'wrong-pin' } })
  expect(await hub.send(owner, restore('changming-erased.json'))).toMatchObject({ refusal: { refused: 'unknown' } })
  expect(await hub.send(owner, restore('../secret'))).toMatchObject({ refusal: { refused: 'malformed' } })
  expect(edge.looked).toEqual([])
  const at = house.clock.now()
  expect(await hub.send(owner, restore())).toMatchObject({ ok: true })
  expect(shown(manager)).toMatchObject({ restoring: { since: at, madeAt: 7 } })
  expect(await hub.send(owner, restore())).toMatchObject({ refusal: { refused: 'already-done' } })
  expect(await hub.send(owner, { type: 'BackUp' })).toMatchObject({ refusal: { refused: 'already-done' } })
  expect(edge.started).toEqual([])
  edge.looked[0]?.good()
  await settled()
  expect(edge.started).toEqual([{ backup, staff: owner.staff, device: owner.device }])
  await hub.stop()
})

it('is the owner’s alone', async () => {
  const house = await createTestHouse(stick())
  const hub = await house.open()
  const others = [await signIn(hub, 'mei', 'manager'), await signIn(hub, 'lily', 'desk'), kiosk]
  for (const principal of others) {
    expect(await hub.send(principal, restore())).toMatchObject({ refusal: { refused: 'not-allowed' } })
    expect(await hub.query(principal, { type: 'Backups' })).toMatchObject({ refusal: { refused: 'not-allowed' } })
  }
  await hub.stop()
})

it.each([
  ['unsound', new Error('torn'), true],
  ['gone', new Error('no such file'), false],
  ['disk-full', new StoreFailed('disk-full', '/stick', 'ENOSPC'), true],
] as const)('goes no further with a backup that is %s, and says so', async (why, error, stays) => {
  const edge = stick()
  const house = await createTestHouse(edge)
  const hub = await house.open()
  const owner = await signIn(hub, 'huang', 'owner')
  const client = hub.watch(owner)
  await hub.send(owner, restore())
  if (!stays) edge.there.pop()
  edge.looked[0]?.failed(error)
  await settled()
  expect(shown(client)).toEqual({ notRestored: { at: house.clock.now(), why } })
  expect(client.lines.map(({ event }) => event)).toContain('RestoreFailed')
  expect(edge.started).toEqual([])
  await hub.stop()
})

it('that the hub did not live to see is told as such', async () => {
  const house = await createTestHouse(stick())
  const hub = await house.open()
  await hub.send(await signIn(hub, 'huang', 'owner'), restore())
  const next = await house.open()
  const client = next.watch(await signIn(next, 'huang', 'owner'))
  expect(shown(client)).toMatchObject({ notRestored: { why: 'interrupted' } })
  await next.stop()
})

it('that came to nothing after the hub ended is told by why', async () => {
  const edge = stick()
  const house = await createTestHouse(edge)
  const hub = await house.open()
  await hub.send(await signIn(hub, 'huang', 'owner'), restore())
  edge.tell({ ok: false, why: 'disk-full' })
  const next = await house.open()
  const client = next.watch(await signIn(next, 'huang', 'owner'))
  expect(shown(client)).toMatchObject({ notRestored: { why: 'disk-full' } })
  await next.stop()
})

it('tells in the house of then from what it was put back and by whom, and lets the console that asked in again', async () => {
  const edge = stick()
  const house = await createTestHouse(edge)
  const hub = await house.open()
  // As a backup holds it: while it was being made.
  await hub.send(await signIn(hub, 'mei', 'manager'), { type: 'BackUp' })
  const [known] = hub.allDevices().filter(({ kind }) => kind === 'console')
  if (!known) throw new Error('the house has a console')
  const token = { hash: 'n'.repeat(43), since: 5 }
  const told = { ok: true, backup: backup.name, madeAt: 7, bytes: 9, by: staffId('huang') } as const
  edge.tell({ ...told, console: { ...known, name: 'later', tokens: [token] } })
  const next = await house.open()
  const client = next.watch(await signIn(next, 'huang', 'owner'))
  const at = house.clock.now()
  expect(shown(client)).toEqual({ made: { at: 7, bytes: 9 }, restored: { at, madeAt: 7, by: staffId('huang') } })
  expect(client.lines.filter(({ event }) => event === 'BackupFailed')).toEqual([])
  expect(next.devices.find(known.id)).toEqual({ ...known, tokens: [token] })
  // Paired only after the backup was made: it is one of the house's all the same.
  edge.tell({ ...told, console: { ...known, id: 'd1-new', demo: true, tokens: [token] } })
  const last = await house.open()
  expect(last.devices.find('d1-new')).toEqual({ ...known, id: 'd1-new', tokens: [token] })
  await last.stop()
})

it('is told once where the hub was killed in the middle of telling, and no newer key of the console is taken back', async () => {
  const edge = stick()
  const house = await createTestHouse({
    ...edge,
    restore: { ...edge.restore, forgetTold: () => new Promise<void>(() => undefined) },
  })
  const hub = await house.open()
  const [known] = hub.allDevices().filter(({ kind }) => kind === 'console')
  if (!known) throw new Error('the house has a console')
  const old = { hash: 'n'.repeat(43), since: 5 }
  edge.tell({ ok: true, backup: backup.name, madeAt: 7, bytes: 9, console: { ...known, tokens: [old] } })
  // It waits for the file to go, which a test does not.
  void house.open()
  await settled()
  const restored = () =>
    house.durable.filter(({ events }) => events.some(({ type }) => type === 'HouseRestored')).length
  expect(restored()).toBe(1)
  const young = { hash: 'y'.repeat(43), since: 6 }
  void house.open()
  await settled()
  expect(restored()).toBe(1)
  edge.tell({ ok: true, backup: backup.name, madeAt: 7, bytes: 9, console: { ...known, tokens: [young] } })
  void house.open()
  await settled()
  edge.tell({ ok: true, backup: backup.name, madeAt: 7, bytes: 9, console: { ...known, tokens: [old] } })
  void house.open()
  await settled()
  edge.untell()
  const last = await house.open()
  expect(last.devices.find(known.id)?.tokens).toEqual([young])
  await last.stop()
})

it('is told at a later start where the disk would not take it', async () => {
  const told = { ok: true, backup: backup.name, madeAt: 7, bytes: 9 } as const
  let forgotten = 0
  const failed: unknown[] = []
  const restores = createRestores({
    edge: { ...stick().restore, told: async () => told, forgetTold: async () => void forgotten++ },
    backups: () => undefined,
    devices: { find: () => undefined, save: async () => undefined },
    enact: async () => ({ ok: false }),
    failed: error => void failed.push(error),
  })
  await restores.begin()
  expect([forgotten, failed.length]).toEqual([0, 1])
})

it('does not keep those who came meanwhile from the house, and shows it to each once', async () => {
  const edge = stick()
  let tell: () => void = () => undefined
  const house = await createTestHouse({
    ...edge,
    restore: {
      ...edge.restore,
      told: () =>
        new Promise<undefined>(done => {
          tell = () => done(undefined)
        }),
    },
  })
  const opening = house.open()
  await settled()
  tell()
  const hub = await opening
  const { visit } = await openRoom(hub)
  const before = hub.watch(kiosk)
  house.disk.failAt('write')
  await hub.submit(panel, { tappedAt: 0, command: { type: 'CallStaff', visit, kind: 'service' } })
  await settled()
  await house.clock.turn(6000)
  const late = hub.watch(kiosk)
  await settled()
  const whole = (client: TestClient) => client.frames.filter(frame => frame.whole).length
  expect([hub.health.status, whole(before), whole(late)]).toEqual(['ok', 2, 1])
  tell()
  await settled()
  expect([whole(before), whole(late)]).toEqual([2, 1])
  await hub.stop()
})

it('shows a console the feed of the house that is there now, whatever it saw in the one before', async () => {
  const edge = stick()
  const house = await createTestHouse(edge)
  await house.open()
  edge.tell({ ok: true, backup: backup.name, madeAt: 7, bytes: 9 })
  const hub = await house.open()
  const { manager } = await openRoom(hub)
  const seenBefore = (feedAfter: number) => {
    const client = hub.watch(manager, { feedAfter })
    return client.frames[0]?.feed
  }
  const all = hub.watch(manager).frames[0]?.feed?.lines
  expect(all?.length).toBeGreaterThan(1)
  expect(seenBefore(hub.seq + 500)).toEqual({ lines: all, gap: true })
  expect(seenBefore(hub.seq)).toEqual({ lines: all, gap: true })
  await hub.stop()
})

it('is put off by nothing but itself: a night that ends meanwhile is copied an hour later', async () => {
  const edge = stick()
  const copied: string[] = []
  const house = await createTestHouse({ ...edge, copy: async label => ({ bytes: copied.push(label) }) })
  const hub = await house.open()
  await hub.send(await signIn(hub, 'huang', 'owner'), restore())
  const hour = 3_600_000
  await house.clock.turn(14 * hour)
  expect(copied).toEqual([])
  edge.looked[0]?.failed(new Error('torn'))
  await house.clock.turn(hour)
  expect(copied).toEqual(['night'])
  await hub.stop()
})
