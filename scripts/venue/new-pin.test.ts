/** Given a house whose hub is stopped, when whoever sits at its machine sets somebody's PIN anew, then that person is in again. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { wantRestore } from '../../hub/backup/wanted.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { createManualClock } from '../../hub/system/manual-clock.testing.ts'
import type { ToldClock } from '../../hub/system/told-clock.ts'
import { seedDemo } from '../demo/seed.ts'
import { demoStaff } from '../demo/staff.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { createServedHub, type ServedHub } from '../lib/served-hub.testing.ts'
import { NobodyAnswers } from './ask.ts'
import { readFlags } from './flags.ts'
import { setNewPin } from './new-pin.ts'
import { terminal } from './terminal.testing.ts'

// Real scrypt, a dozen times and more.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const files = createNodeFiles()
const owner = personOf('owner')
const manager = personOf('manager')
const barScreen = 'bar'
let base = ''
let folder = ''
let clock: ToldClock
const running = new Set<ServedHub>()

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-pin-'))
  await seedDemo({ files, folder: join(base, 'seed'), now: Date.now(), members: 2, history: 'none', occupied: 0 })
})
afterAll(() => rm(base, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'house-'))
  await cp(join(base, 'seed'), folder, { recursive: true })
  clock = createManualClock(Date.now())
})
afterEach(async () => {
  for (const hub of running) await stop(hub)
})

function personOf(role: string) {
  const found = demoStaff.find(one => one.role === role)
  if (!found) throw new Error(`no ${role}`)
  return found
}

async function open(): Promise<ServedHub> {
  const hub = await createServedHub(folder, clock)
  running.add(hub)
  return hub
}

async function stop(hub: ServedHub): Promise<void> {
  running.delete(hub)
  await hub.stop()
}

const consoleOf = ({ served }: ServedHub, station?: string): string =>
  served.hub.allDevices().find(device => device.kind === 'console' && device.station === station)?.id ?? ''

const tried = (hub: ServedHub, staff: string, pin: string) =>
  hub.served.hub.submit(
    { kind: 'console', device: consoleOf(hub, barScreen) },
    { tappedAt: clock.now(), command: { type: 'SignIn', staff, pin } },
  )

/** Anybody near a console can. */
async function lockOut(hub: ServedHub, staff: string): Promise<void> {
  for (let failures = 1; failures <= 10; failures++) {
    await tried(hub, staff, '000001')
    if (failures >= 5) await clock.turn(30_000 * 2 ** (failures - 5))
  }
  expect(await tried(hub, staff, '000001')).toMatchObject({ refusal: { refused: 'pin-off' } })
}

function set(lines: readonly string[], flags: readonly string[] = [], env: Record<string, string> = {}) {
  const { asking, shown } = terminal(...lines)
  const done = setNewPin({
    files,
    now: clock.now(),
    flags: readFlags(['pin', '--data', folder, ...flags], env),
    asking,
  })
  return { done, shown }
}

it('lets in an owner whom ten wrong tries locked out, ends what was open, and is told as done at the hub’s machine', async () => {
  const before = await open()
  await before.served.hub.openSession(consoleOf(before), owner.id)
  await lockOut(before, owner.id)
  expect(await tried(before, owner.id, owner.pin)).toMatchObject({ refusal: { refused: 'pin-off' } })
  await stop(before)

  const { done, shown } = set(['', '<', '1', '880816', '480271', '480272', '480271', '480271'])
  expect(await done).toContain(`${owner.name.zhHans} 的新 PIN 已写下`)
  expect(shown()).toMatch(new RegExp(`1  ${owner.name.zhHans}   老板 owner   PIN 已停用`))
  expect(shown()).toContain('too easy to guess')
  expect(shown()).toContain('not the same twice')
  expect(shown()).not.toMatch(/48027|880816/)

  const after = await open()
  expect(after.served.hub.sessionOf(consoleOf(after))).toBeUndefined()
  expect(await tried(after, owner.id, owner.pin)).toMatchObject({ refusal: { refused: 'wrong-pin' } })
  expect(await tried(after, owner.id, '480271')).toMatchObject({ ok: true })
  expect(after.errors()).toEqual([])
  await stop(after)

  const line = (await readWholeJournal(folder)).find(({ command }) => command.type === 'ResetPinAtHub')
  expect(line).toMatchObject({ by: { system: true } })
  expect(line?.events).toMatchObject([
    { type: 'PinReset', staff: owner.id, atHub: true },
    { type: 'SignedOut', why: 'pin-reset' },
  ])
})

it('is for a manager as well, with the owner at home, and for scripts', async () => {
  const before = await open()
  await lockOut(before, manager.id)
  await stop(before)
  await set([], ['--staff', manager.name.zhHans], { OWNER_PIN: '480271' }).done
  // The one owner, where nobody is named; and twice without a start between is once more.
  await set([], [], { OWNER_PIN: '480273' }).done
  await set([], [], { OWNER_PIN: '480275' }).done

  const after = await open()
  expect(await tried(after, manager.id, '480271')).toMatchObject({ ok: true })
  expect(await tried(after, owner.id, '480273')).toMatchObject({ refusal: { refused: 'wrong-pin' } })
  expect(await tried(after, owner.id, '480275')).toMatchObject({ ok: true })
  expect(after.errors()).toEqual([])
})

it('is nobody else’s any more: who had set the one before does not know it', async () => {
  const waiter = personOf('floor')
  const saysWhoSetIt = async () => {
    const rows = (await readdir(folder, { recursive: true })).filter(name => /^staff.*\.json$/.test(name))
    const texts = await Promise.all(rows.map(name => readFile(join(folder, name), 'utf8')))
    return texts.some(text => text.includes(`"pinFrom":"${manager.id}"`))
  }
  const before = await open()
  const device = consoleOf(before)
  await before.served.hub.openSession(device, manager.id)
  const session = before.served.hub.sessionOf(device)?.session ?? ''
  const by = { kind: 'staff', device, session, staff: manager.id, role: 'manager' } as const
  const command = { type: 'ResetPin', staff: waiter.id, newPin: '480271', pin: manager.pin } as const
  expect(await before.served.hub.submit(by, { tappedAt: clock.now(), command })).toMatchObject({ ok: true })
  await stop(before)
  expect(await saysWhoSetIt()).toBe(true)
  await set([], ['--staff', waiter.name.zhHans], { OWNER_PIN: '480272' }).done
  await stop(await open())
  expect(await saysWhoSetIt()).toBe(false)
})

it('waits until the hub is stopped, and says so', async () => {
  const hub = await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() })
  await expect(set([], [], { OWNER_PIN: '480271' }).done).rejects.toThrow('systemctl stop changming-hub')
  await hub.release()
  await expect(set([], [], { OWNER_PIN: '480271' }).done).resolves.toContain('npm start')
})

it('changes nothing where nobody answers, or nobody is so called, and lets the folder go', async () => {
  const rows = await files.read(join(folder, 'staff/st1.json'))
  await expect(set([]).done).rejects.toThrow(NobodyAnswers)
  await expect(set(['1', '480271']).done).rejects.toThrow(NobodyAnswers)
  await expect(set(['480271', '480271'], ['--staff', '无名']).done).rejects.toThrow('无名')
  expect(await files.read(join(folder, 'staff/st1.json'))).toEqual(rows)
  expect(await readdir(join(folder, 'lock'))).toEqual([])
})

it('asks for a name where a script means the one owner and there are several, or none', async () => {
  const path = join(folder, 'staff/st1.json')
  const make = async (was: string, is: string) =>
    writeFile(path, (await readFile(path, 'utf8')).replaceAll(`"role":"${was}"`, `"role":"${is}"`))
  await make('manager', 'owner')
  await expect(set([], [], { OWNER_PIN: '480271' }).done).rejects.toThrow('several owners')
  await make('owner', 'manager')
  await expect(set([], [], { OWNER_PIN: '480271' }).done).rejects.toThrow('no owner here')
  await set([], ['--staff', owner.name.zhHans], { OWNER_PIN: '480271' }).done
})

it('makes no house where there is none, and touches none that the next start changes first', async () => {
  const empty = await mkdtemp(join(base, 'empty-'))
  const flags = readFlags(['pin', '--data', empty], { OWNER_PIN: '480271' })
  const { asking } = terminal()
  await expect(setNewPin({ files, now: clock.now(), flags, asking })).rejects.toMatchObject({ code: 'no-house' })
  expect(await readdir(empty)).toEqual([])

  const hub = await open()
  const row = hub.served.devices.find(consoleOf(hub))
  await stop(hub)
  if (!row) throw new Error('no console')
  const wanted = { path: '/nowhere', backup: 'house.tar.gz', madeAt: 1, bytes: 1, by: owner.id, console: row }
  await wantRestore(files, folder, wanted)
  await expect(set([], [], { OWNER_PIN: '480271' }).done).rejects.toThrow('has to be started once')
  await rm(join(folder, '.restore.json'))
  await writeFile(join(folder, 'version.json'), '{"version":1}')
  await expect(set([], [], { OWNER_PIN: '480271' }).done).rejects.toThrow('has to be started once')
})
