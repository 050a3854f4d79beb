/** A house put aside while it runs, packed, verified and put back; and everything that is no backup refused. */

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveBroken, readArchive } from '../../hub/backup/archive.ts'
import { noteElsewhere } from '../../hub/backup/elsewhere.ts'
import { backupsIn } from '../../hub/backup/names.ts'
import { HouseThere, restoreBackup } from '../../hub/backup/restore.ts'
import { verifyBackup } from '../../hub/backup/verify.ts'
import type { Served } from '../../hub/serve.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { seedDemo } from '../demo/seed.ts'
import { demoStaff } from '../demo/staff.ts'
import { connectDevice } from '../lib/device-client.ts'
import { createServedHub, type ServedHub } from '../lib/served-hub.testing.ts'
import { readBackupOptions, readRestoreOptions } from './options.ts'
import { makeBackup } from './run.ts'
import { whyNot } from './say.ts'
import { sound } from './words.ts'

const files = createNodeFiles()
let base = ''
let data = ''
let hub: ServedHub
const begin = Date.now()

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-backup-'))
  data = join(base, 'data')
  await seedDemo({ files, folder: data, now: begin, members: 900, history: 'none', occupied: 0.4 })
  hub = await createServedHub(data)
}, 60_000)
afterAll(async () => {
  await hub.stop()
  await rm(base, { recursive: true, force: true })
})

const told = { ok: true, backup: 'house.tar.gz', madeAt: begin, bytes: 1 } as const
let made = 0
const backup = (more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({
    files,
    data,
    to: join(base, 'stick'),
    label: 'hand',
    keep: undefined,
    now: begin + made++ * 60_000,
    version: 'test',
    progress: () => undefined,
    checking: () => undefined,
    ...more,
  })
const restore = (path: string, folder: string, evenThere = false) =>
  restoreBackup({ files, path, folder, evenThere, told, now: begin, progress: () => undefined })

/** Edits members one after the other as fast as the hub answers, until told to stop; answers what was acknowledged. */
function editMembers() {
  const { served } = hub
  const device = served.hub.allDevices().find(({ kind, station }) => kind === 'console' && !station)?.id ?? ''
  const owner = served.hub.firstOwner
  const acknowledged = new Map<string, number>()
  let stopped = false
  const run = async () => {
    if (owner === undefined) throw new Error('the demo has an owner')
    await served.hub.openSession(device, owner)
    const session = served.hub.sessionOf(device)?.session ?? ''
    const by = { kind: 'staff', device, session, staff: owner, role: 'owner' } as const
    const members = await membersOf(data)
    for (let turn = 0; !stopped; turn++) {
      const member = members[turn % members.length] ?? ''
      const rev = acknowledged.get(member) ?? 1
      const changes = { called: `改${turn}` }
      const command = { type: 'SaveMember', member, rev, changes }
      const answer = await served.hub.submit(by, { tappedAt: Date.now(), session, command })
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      acknowledged.set(member, rev + 1)
    }
  }
  const running = run()
  return {
    acknowledged,
    async stop() {
      stopped = true
      await running
    },
  }
}

async function membersOf(folder: string): Promise<string[]> {
  const ids: string[] = []
  for (const name of await readdir(join(folder, 'members'))) {
    const content = await readFile(join(folder, 'members', name))
    ids.push(
      ...revisionsIn(content)
        .map(([id]) => id)
        .slice(0, 4),
    )
  }
  return ids
}

/** Whether anything of this member is on the disk. */
async function knows(folder: string, member: string): Promise<boolean> {
  const rows = await Promise.all(
    (await readdir(join(folder, 'members'))).map(async name => {
      const content = await readFile(join(folder, 'members', name), 'utf8')
      return v.parse(v.pipe(v.string(), v.parseJson(), Shard), content).value.rows
    }),
  )
  return rows.flat().some(({ id, versions }) => id === member && versions.some(({ value }) => value !== undefined))
}

describe('a house that runs', () => {
  it('is backed up while members are edited: every backup is one moment, and none misses what was acknowledged before', async () => {
    const editing = editMembers()
    for (let turn = 0; turn < 4; turn++) {
      const before = new Map(editing.acknowledged)
      const { path, holds } = await backup()
      expect(holds).toMatchObject({ members: 900 })
      const kept = new Map<string, number>()
      await readArchive(path, async (name, content) => {
        if (name.startsWith('members/')) for (const [id, rev] of revisionsIn(content)) kept.set(id, rev)
      })
      for (const [member, rev] of before) expect(kept.get(member)).toBeGreaterThanOrEqual(rev)
    }
    await editing.stop()
    expect(editing.acknowledged.size).toBeGreaterThan(5)
    expect(hub.errors()).toEqual([])
    expect(await files.list(join(data, 'staged'))).toEqual([])
  }, 60_000)

  it('goes on from it on another machine; devices are paired as they were then', async () => {
    const { devices } = hub.served
    const [kept = '', renewed = ''] = hub.served.hub
      .allDevices()
      .flatMap(({ id, kind }) => (kind === 'panel' ? [id] : []))
    const before = (await devices.renewToken(kept)) ?? ''
    const { path, holds } = await backup()
    const after = (await devices.renewToken(renewed)) ?? ''
    const folder = join(base, 'new-machine')
    expect(await restore(path, folder)).toEqual({ before: undefined, gone: 0 })
    const elsewhere = await createServedHub(folder)
    const { origin } = elsewhere
    try {
      expect(elsewhere.served.hub.seq).toBeGreaterThanOrEqual(holds.seq)
      const client = await connectDevice({ origin, device: kept, token: before })
      client.close()
      // Its key is younger than the backup: it waits for a manager's tap.
      await expect(connectDevice({ origin, device: renewed, token: after })).rejects.toThrow('not-paired')
      const back = await readmitted(elsewhere, renewed, after)
      const again = await connectDevice({ origin, device: renewed, token: back })
      again.close()
      await expect(connectDevice({ origin, device: renewed, token: after })).rejects.toThrow('not-paired')
      expect(elsewhere.errors()).toEqual([])
    } finally {
      await elsewhere.stop()
    }
  }, 60_000)

  it('is nobody else’s to read', async () => {
    const { path } = await backup()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('keeps the newest of the nights, apart from those made by hand, and puts none of them into the next', async () => {
    const to = join(data, 'backups')
    const byHand = await backup({ to })
    await backup({ to, label: 'night' })
    const night = await backup({ to, label: 'night', keep: 1 })
    expect(night.removed).toHaveLength(1)
    expect((await backupsIn(to)).map(({ path }) => path).sort()).toEqual([byHand.path, night.path].sort())
    const names: string[] = []
    await readArchive(night.path, async name => void names.push(name))
    expect(names.filter(name => /^(backups|staged|lock|logs)|sock$/.test(name))).toEqual([])
    expect(names).toContain('secrets/journal.key')
    await expect(backup({ to: join(data, 'elsewhere') })).rejects.toThrow('is inside the data folder')
  })

  it('keeps the night’s own where an older one cannot be removed, and says so', async () => {
    const to = join(base, 'stuck')
    const stuck = join(to, 'changming-night-20200101-060000.tar.gz')
    await mkdir(stuck, { recursive: true })
    await utimes(stuck, 1, 1)
    await expect(backup({ to, label: 'night', keep: 1 })).rejects.toThrow('20200101-060000')
    expect(await readdir(to)).toContainEqual(expect.stringMatching(/^changming-night-(?!20200101).*\.tar\.gz$/))
  })

  it('is backed up twice at one moment: both are good, and the one before stays', async () => {
    const to = join(base, 'at-once')
    const now = begin + 1_000_000
    const first = await backup({ to, now })
    const [one, other] = await Promise.all([backup({ to, now }), backup({ to, now })])
    expect(new Set([first.path, one.path, other.path]).size).toBe(3)
    for (const { path } of [first, one, other]) await verifyBackup(path)
    expect((await readdir(to)).length).toBe(3)
  })
})

const Asked = v.object({ ok: v.boolean(), code: v.string(), secret: v.string(), known: v.optional(v.boolean()) })

/** The device shows its code, the console lists it with the same one, the owner's tap lets it in; answers its new token. */
async function readmitted({ origin, served }: ServedHub, device: string, token: string): Promise<string> {
  const post = (path: string, body: object, cookie?: string) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie !== undefined && { cookie }) },
      body: JSON.stringify(body),
    })
  const ask = async (cookie?: string) => v.parse(Asked, await (await post('/pair/ask', { device }, cookie)).json())
  const { by, session, pin } = await ownerOf(served)
  const listed = () => {
    const waiting: unknown[] = []
    const client = {
      send: ({ put }: { put: readonly (readonly [string, unknown])[] }) => void waiting.push(...put),
      health: () => undefined,
      join: () => undefined,
    }
    served.hub.attach(by, client, {})()
    return v.parse(Listed, new Map(v.parse(Slices, waiting)).get(`device/${device}`)).waits
  }
  // Who only says that it is this device is a stranger like any other.
  for (const cookie of [undefined, `cm-${device}=${token.slice(0, -1)}x`]) {
    expect((await ask(cookie)).known).toBeUndefined()
    expect(listed()).toBeUndefined()
  }
  const asked = await ask(`cm-${device}=${token}`)
  expect(asked.known).toBe(true)
  expect(listed()).toMatchObject({ code: asked.code, lastSeenAt: expect.any(Number) })
  const send = (command: object) => served.hub.submit(by, { tappedAt: Date.now(), session, command })
  const readmit = { type: 'ReadmitDevice', device, code: asked.code }
  expect(await send(readmit)).toMatchObject({ refusal: { refused: 'pin-again' } })
  expect(await (await post('/pair/poll', { secret: asked.secret })).json()).toMatchObject({ waiting: true })
  expect(await send({ type: 'StartPairing', pin })).toMatchObject({ ok: true })
  expect(await send({ ...readmit, code: 'BCDFGH' })).toMatchObject({ refusal: { refused: 'code-expired' } })
  expect(await send(readmit)).toMatchObject({ ok: true })
  const given = await post('/pair/poll', { secret: asked.secret })
  expect(await given.json()).toMatchObject({ ok: true, device, kind: 'panel' })
  expect(listed()).toBeUndefined()
  return /=([\w-]+);/.exec(given.headers.get('set-cookie') ?? '')?.[1] ?? ''
}
async function ownerOf({ hub }: Served) {
  const device = hub.allDevices().find(({ kind, station }) => kind === 'console' && !station)?.id ?? ''
  const staff = hub.firstOwner ?? ''
  const pin = demoStaff.find(({ id }) => id === staff)?.pin
  await hub.openSession(device, staff)
  const session = hub.sessionOf(device)?.session ?? ''
  return { by: { kind: 'staff', device, session, staff, role: 'owner' } as const, session, pin }
}

const Slices = v.array(v.tuple([v.string(), v.unknown()]))
const Listed = v.object({ waits: v.optional(v.object({ code: v.string(), lastSeenAt: v.optional(v.number()) })) })

describe('putting back', () => {
  it('moves a house that is there aside, only when told to', async () => {
    const { path } = await backup()
    const folder = join(base, 'old-machine')
    await restore(path, folder)
    await writeFile(join(folder, 'mark'), 'old')
    await expect(restore(path, folder)).rejects.toThrow(HouseThere)
    const { before } = await restore(path, folder, true)
    expect(await readFile(join(before ?? '', 'mark'), 'utf8')).toBe('old')
    expect(await files.list(folder)).not.toContain('mark')
  })

  it('keeps of both houses where they were copied to by hand', async () => {
    await noteElsewhere(files, data, '/media/then')
    const { path } = await backup()
    const folder = join(base, 'copied-since')
    await restore(path, folder)
    await noteElsewhere(files, folder, '/media/since')
    await restore(path, folder, true)
    const list = (house: string) => files.read(join(house, 'elsewhere.json')).then(String)
    expect(JSON.parse(await list(folder))).toMatchObject({ folders: ['/media/then', '/media/since'] })
    // One that cannot be read keeps nobody from putting a house back.
    const spoilt = join(base, 'list-spoilt')
    await restore(path, spoilt)
    await writeFile(join(spoilt, 'elsewhere.json'), '{')
    await restore(path, spoilt, true)
    expect(JSON.parse(await list(spoilt))).toMatchObject({ folders: ['/media/then'] })
  })

  it('remembers the disk of its backups once they go to another', async () => {
    const { path } = await backup()
    const folder = join(base, 'disks')
    await restore(path, folder)
    const [first, next] = [join(base, 'disk1'), join(base, 'disk2')]
    for (const disk of [first, next]) {
      const served = await createServedHub(folder, undefined, undefined, [disk])
      await served.stop()
    }
    const { folders } = JSON.parse(String(await files.read(join(folder, 'elsewhere.json'))))
    expect(folders.slice(-2)).toEqual([first, next])
  })

  it('is told of the place of a copy before it lies there', async () => {
    const to = join(base, 'cut-short')
    let known = ''
    await backup({
      to,
      elsewhere: true,
      checking() {
        known = readFileSync(join(data, 'elsewhere.json'), 'utf8')
      },
    })
    expect(known).toContain(to)
  })

  it.skipIf(process.getuid?.() !== 0)('fills a disk of its own', async () => {
    const { path } = await backup()
    const disk = join(base, 'disk')
    await mkdir(disk)
    await promisify(execFile)('mount', ['-t', 'tmpfs', 'tmpfs', disk])
    try {
      await restore(path, disk)
      await restore(path, disk, true)
      expect(await files.list(disk)).toContain('venue.json')
    } finally {
      await promisify(execFile)('umount', [disk])
    }
  })

  it('waits until the hub there has stopped', async () => {
    const { path } = await backup()
    await files.makeFolder(join(base, 'running'))
    await restore(path, join(base, 'running', 'data'))
    const lock = await acquireLock({ files, folder: join(base, 'running/data/lock'), ids: createIds() })
    await expect(restore(path, join(base, 'running/data'), true)).rejects.toMatchObject({ code: 'locked' })
    await lock.release()
  })

  it('lets nobody back in who was let go since: the member erased, the device taken out, who works here no more', async () => {
    const to = join(base, 'kept')
    const [gone = '', stays = ''] = await membersOf(data)
    const { served } = hub
    const lost = served.hub.allDevices().find(({ kind, revoked }) => kind === 'player' && !revoked)?.id ?? ''
    const left = 'st1-wu'
    const { by, session, pin } = await ownerOf(served)
    // At a console of their own: they were at work when the backup was made.
    const desk = served.hub.allDevices().find(({ id, kind }) => kind === 'console' && id !== by.device)?.id ?? ''
    await served.hub.openSession(desk, left)
    const { path } = await backup({ to })
    // As an upgrade left the house: a copy with everybody in it.
    const copy = join(data, '.before-version-2')
    await cp(join(data, 'members'), join(copy, 'members'), { recursive: true })
    expect(await knows(copy, gone)).toBe(true)
    const command = { type: 'EraseMember', member: gone, keepsToo: true, pin }
    expect(await served.hub.submit(by, { tappedAt: Date.now(), session, command })).toMatchObject({ ok: true })
    await expect.poll(() => readdir(data)).not.toContain('.before-version-2')
    const told = (one: object) => served.hub.submit(by, { tappedAt: Date.now(), session, command: one })
    const rev = await revisionOf(served, by, left)
    expect(await told({ type: 'RevokeDevice', device: lost })).toMatchObject({ ok: true })
    expect(await told({ type: 'RemoveStaff', staff: left, rev, pin })).toMatchObject({ ok: true })
    // The next one takes the list along.
    await backup({ to })

    const folder = join(base, 'forgetful')
    expect(await restore(path, folder)).toEqual({ before: undefined, gone: 3 })
    expect(await knows(folder, gone)).toBe(true)
    const forgetful = await createServedHub(folder)
    expect(forgetful.served.hub.devices.find(lost)).toMatchObject({ revoked: true, tokens: [] })
    expect(forgetful.served.hub.sessionOf(desk)).toBeUndefined()
    const owner = await ownerOf(forgetful.served)
    expect(await revisionOf(forgetful.served, owner.by, left)).toBe(0)
    await forgetful.stop()
    expect([await knows(folder, gone), await knows(folder, stays)]).toEqual([false, true])
    const parts = await readdir(folder)
    expect(parts).toContain('erased.json')
    expect(parts).not.toContain('erase-again.json')

    // Without the list, or on top of a house that knows.
    const alone = join(base, 'alone')
    await mkdir(alone)
    await copyFile(path, join(alone, 'only.tar.gz'))
    expect(await restore(join(alone, 'only.tar.gz'), join(base, 'knows-nothing'))).toMatchObject({ gone: 0 })
    expect(await restore(join(alone, 'only.tar.gz'), folder, true)).toMatchObject({ gone: 3 })
    await writeFile(join(to, 'changming-erased.json'), '{')
    await expect(restore(path, join(base, 'unreadable'))).rejects.toMatchObject({ code: 'unreadable' })
  }, 60_000)

  let good: Buffer | undefined
  const spoilt: [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ['an empty file', () => Buffer.alloc(0), /不是唱名的备份/],
    ['another file', () => Buffer.from('hello'.repeat(500)), /不是唱名的备份/],
    ['the first half', bytes => bytes.subarray(0, bytes.length / 2), /不完整/],
    ['all but the last byte', bytes => bytes.subarray(0, -1), /不完整|坏了/],
    ['one flipped bit in the middle', bytes => flipped(bytes, Math.floor(bytes.length / 2)), /不完整|坏了/],
  ]
  it.each(spoilt)('refuses %s, and leaves nothing there', async (_, spoil, words) => {
    good ??= await readFile((await backup()).path)
    const path = join(base, 'stick', 'bad.tar.gz')
    await writeFile(path, spoil(good))
    const folder = join(base, 'spoilt')
    const refused = await restore(path, folder).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ArchiveBroken)
    expect(whyNot(refused)).toMatch(words)
    await expect(verifyBackup(path)).rejects.toThrow(ArchiveBroken)
    expect((await readdir(base)).filter(name => name.startsWith('spoilt'))).toEqual([])
  })
})

it('is made of a house in which a guest is damaged, with all the others, and says so', async () => {
  const histories = join(data, 'histories')
  const name = (await readdir(histories)).find(one => one.endsWith('.json')) ?? ''
  const whole = await readFile(join(histories, name), 'utf8')
  const { members } = (await backup()).holds
  await writeFile(join(histories, name), whole.replace('"visits":[', '"visits":"many","were":['))
  const { holds } = await backup()
  await writeFile(join(histories, name), whole)
  expect(holds).toMatchObject({ members, damaged: [expect.stringMatching(/^histories\/m1-/)] })
  expect(sound(holds)).toContain('1 处读不出来')
})

// Last: the house has no songs from here on.
it('says of a house whose imported songs are gone that they are not in it, and keeps the rest', async () => {
  const { served } = hub
  const { by, session } = await ownerOf(served)
  served.hub.takeSongs('u1', 0, Buffer.from('歌名,歌手\n新来的歌,新人\n'))
  const plan = { type: 'PlanSongs', upload: 'u1', file: '歌单.csv', absent: 'drop' } as const
  const told = () => served.hub.query(by, plan)
  await expect.poll(told, { timeout: 20_000 }).toMatchObject({ value: { ready: true } })
  const { value } = v.parse(v.object({ value: v.object({ catalogue: v.string() }) }), await told())
  const command = { type: 'ImportSongs', catalogue: value.catalogue }
  expect(await served.hub.submit(by, { tappedAt: Date.now(), session, command })).toMatchObject({ ok: true })
  expect((await backup()).holds).not.toHaveProperty('noSongs')
  await rm(join(data, `${value.catalogue}.json`))
  const { holds } = await backup()
  expect(holds).toMatchObject({ members: expect.any(Number), noSongs: value.catalogue })
  expect(sound(holds)).toContain(`${value.catalogue}.json`)
}, 60_000)

it('says what it cannot make sense of', () => {
  expect(readBackupOptions(['verify'], {}).command).toBe('help')
  expect(readBackupOptions(['--to', 'x'], {})).toMatchObject({ command: 'make', keep: undefined, elsewhere: true })
  for (const [args, env] of [
    [[], {}],
    [['--to', 'data/backups'], { BACKUP_DIR: '/mnt' }],
    [['--to', '/mnt/'], { BACKUP_DIR: '/mnt' }],
  ] as const)
    expect(readBackupOptions(args, env).elsewhere).toBe(false)
  expect(readBackupOptions(['rewrite'], {}).command).toBe('rewrite')
  expect(() => readBackupOptions(['--keep', 'many'], {})).toThrow('--keep many')
  expect(readRestoreOptions([], {}).help).toBe(true)
})

const People = v.object({ people: v.array(v.object({ id: v.string(), rev: v.number() })) })
/** 0: works here no more. */
async function revisionOf({ hub }: Served, by: Parameters<Served['hub']['query']>[0], staff: string): Promise<number> {
  const everybody = await hub.query(by, { type: 'StaffSetup' })
  return v.parse(People, everybody.ok && everybody.value).people.find(({ id }) => id === staff)?.rev ?? 0
}

const Shard = v.object({
  value: v.object({
    rows: v.array(
      v.object({ id: v.string(), versions: v.array(v.object({ rev: v.number(), value: v.optional(v.unknown()) })) }),
    ),
  }),
})
/** Member → newest revision. */
const revisionsIn = (content: Buffer) =>
  v
    .parse(v.pipe(v.string(), v.parseJson(), Shard), content.toString('utf8'))
    .value.rows.map(({ id, versions }) => [id, Math.max(...versions.map(({ rev }) => rev))] as const)

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
