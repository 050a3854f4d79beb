/** Given a machine or a house with something wrong, when the doctor looks, then it is named and the next step said. */
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { currentUser, giveBack } from '../../hub/system/give-back.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock, type Holder } from '../../hub/system/lock.ts'
import { ensureCertificates } from '../../hub/tls/certificates.ts'
import { seedDemo } from '../demo/seed.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { type DiskFacts, judgeDisk, measureDisk } from './disk.ts'
import { judgeBackup, lookAtHouse } from './house.ts'
import { look } from './look.ts'
import { judgeMachine, type MachineFacts } from './machine.ts'
import { judgeListening, judgePort, lookAtNetwork, lookAtPort } from './network.ts'
import { judgePages } from './pages.ts'
import { judgeReaders } from './readers.ts'
import { printed, verdict } from './words.ts'

const files = createNodeFiles()
const now = Date.now()
let base = ''
let data = ''
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-doctor-'))
  data = join(base, 'data')
  await seedDemo({ files, folder: data, now, members: 10, history: 'none', occupied: 0.2 })
}, 60_000)
afterAll(() => rm(base, { recursive: true, force: true }))

describe('the disk', () => {
  const facts = (more: Partial<DiskFacts>): DiskFacts => ({
    write: { p50: 1, p99: 3 },
    freeBytes: 50e9,
    type: 0xef53,
    ...more,
  })
  const states = (more: Partial<DiskFacts>) => judgeDisk(facts(more)).map(({ state }) => state)

  it('is judged by how long a tap waits, how much room is left, and what it is', () => {
    expect(states({})).toEqual(['good', 'good'])
    expect(states({ write: { p50: 25, p99: 30 } })).toEqual(['warn', 'good'])
    expect(states({ write: { p50: 60, p99: 70 } })).toEqual(['bad', 'good'])
    expect(states({ freeBytes: 1e9 })).toEqual(['good', 'warn'])
    expect(states({ freeBytes: 1e8 })).toEqual(['good', 'bad'])
    expect(states({ type: 0x6969 })).toEqual(['good', 'good', 'bad'])
  })

  it('is measured where the house is, and nothing stays there', async () => {
    const { write } = await measureDisk(data)
    const { p50, p99 } = 'refused' in write ? { p50: Number.NaN, p99: Number.NaN } : write
    expect(p50).toBeGreaterThan(0)
    expect(p99).toBeGreaterThanOrEqual(p50)
    expect((await readdir(data)).filter(name => name.startsWith('doctor'))).toEqual([])
  })
})

/** What is not as it should be, and what it says to do. */
async function wrong(folder: string): Promise<Record<string, string | undefined>> {
  const findings = await look(folder, base, { PORT: '0' })
  return Object.fromEntries(findings.flatMap(({ what, state, remedy }) => (state === 'bad' ? [[what, remedy]] : [])))
}

describe.skipIf(process.platform === 'win32')('a house that cannot be looked at', () => {
  it('for want of rights is told with all the rest', async () => {
    const folder = join(base, 'shut')
    await cp(data, folder, { recursive: true })
    await chmod(folder, 0o000)
    const found = await asNobody(() => wrong(folder))
    await chmod(folder, 0o700)
    const theirs = giveBack(folder, process.getuid?.() === 0 ? 'nobody' : currentUser())
    expect(found).toMatchObject({ '权限 rights': theirs, '门店 house': theirs, '磁盘 disk': theirs })
    // What comes after it was looked at as well.
    expect(found).toHaveProperty(['页面 pages'])
  })

  it('in parts says which, and sends nobody to a backup for what is there', async () => {
    const folder = join(base, 'half')
    await cp(data, folder, { recursive: true })
    await chmod(folder, 0o755)
    await chmod(join(folder, 'venue.json'), 0o644)
    await chmod(join(folder, 'secrets'), 0o000)
    const found = await asNobody(() => wrong(folder))
    await chmod(join(folder, 'secrets'), 0o700)
    expect(found['流水 journal']).toBe(giveBack(folder, process.getuid?.() === 0 ? 'nobody' : currentUser()))
  })

  it.skipIf(process.getuid?.() !== 0)('as another user than its own is never to be taken from that one', async () => {
    const folder = join(base, 'theirs')
    await cp(data, folder, { recursive: true })
    await chown(folder, 1, 1)
    const found = await asNobody(() => wrong(folder))
    for (const remedy of [found['权限 rights'], found['磁盘 disk']]) {
      expect(remedy).toContain(`sudo -u daemon DATA_DIR=${folder} npm run doctor`)
      expect(remedy).not.toContain('chown')
    }
  })

  it.skipIf(process.getuid?.() !== 0)('by its owner alone is told, with what root left in it', async () => {
    const folder = join(base, 'left')
    await cp(data, folder, { recursive: true })
    for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), 1, 1)
    await chown(folder, 1, 1)
    await chown(join(folder, 'venue.json'), 0, 0)
    const rights = (await lookAtHouse(files, folder, base, now))?.findings.find(({ what }) => what === '权限 rights')
    expect(rights).toMatchObject({ state: 'bad', remedy: giveBack(folder, 'daemon') })
    expect(rights?.told).toContain('venue.json')
  })

  it('as it is yet to be made, in a folder of somebody else, is told before', async () => {
    const folder = join(base, 'not-mine')
    await mkdir(folder)
    await chmod(folder, 0o555)
    expect(await asNobody(() => wrong(folder))).toHaveProperty(['权限 rights'])
  })
})

/** Root may do everything: where the tests are root, this is done as nobody. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act()
  await chmod(base, 0o755)
  process.seteuid?.(65_534)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}

it.skipIf(process.platform !== 'linux')('tells a full disk, and what to do', async () => {
  const folder = await mkdtemp(join(base, 'full-'))
  await symlink('/dev/full', join(folder, `doctor-${process.pid}.tmp`))
  const { write } = await measureDisk(folder)
  expect(judgeDisk({ write, freeBytes: 0, type: 0xef53 })).toMatchObject([
    { what: '磁盘 disk', state: 'bad', remedy: expect.stringContaining('take a larger disk') },
    { what: '空间 room', state: 'bad' },
  ])
})

describe('the machine', () => {
  const facts: MachineFacts = {
    node: '20.20.2',
    memoryBytes: 8e9,
    openFiles: 20_000,
    now,
    timeZone: 'Asia/Shanghai',
    synchronised: true,
  }
  const found = (more: Partial<MachineFacts>, lastKnown = now) =>
    judgeMachine({ ...facts, ...more }, { timeZone: 'Asia/Shanghai', lastKnown }).filter(
      ({ state }) => state !== 'good',
    )

  it('with nothing wrong is fit', () => expect(found({})).toEqual([]))
  it('with a clock before what has happened here is not', () =>
    expect(found({}, now + 3_600_000)).toMatchObject([{ state: 'bad', what: '时间 clock' }]))
  it('without a time server, with few files or little memory will do', () => {
    const states = found({ synchronised: false, openFiles: 256, memoryBytes: 1e9 }).map(({ state }) => state)
    expect(states).toEqual(['warn', 'warn', 'warn'])
  })
})

/** Says the same to whoever comes. */
async function otherProgram(says: string): Promise<{ port: number; end: () => Promise<unknown> }> {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.end(says, () => socket.destroy())
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { port, end: () => new Promise(closed => server.close(closed)) }
}

describe('the network', () => {
  it('tells a free port from one that another program has, and from the hub’s own', async () => {
    const { port, end } = await otherProgram('hello\r\n')
    expect(await lookAtPort('127.0.0.1', port, false)).toBe('taken')
    await end()
    expect(await lookAtPort('127.0.0.1', port, false)).toBe('free')
    expect(await lookAtPort('203.0.113.9', port, false)).toBe('no-such-address')
    const folder = join(base, 'running')
    await cp(data, folder, { recursive: true })
    const hub = await createServedHub(folder)
    expect(await lookAtPort('127.0.0.1', Number(new URL(hub.origin).port), false)).toBe('ours')
    await hub.stop()
  })

  it('is looked at where the hub of this house listens, else where the next start would', async () => {
    const folder = join(base, 'elsewhere')
    await cp(data, folder, { recursive: true })
    const hub = await createServedHub(folder)
    const port = Number(new URL(hub.origin).port)
    const house = () => lookAtHouse(files, folder, folder, now)
    const told = async () =>
      (await lookAtNetwork((await house())?.holder, { PORT: '0' })).find(({ what }) => what === '端口 port')?.told
    expect(await told()).toBe('0 空着 free')
    const lock = await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() })
    await lock.listens({ to: 'loopback', host: '127.0.0.1', port })
    expect(await told()).toBe(`${port} 中枢开着 the hub is running`)
    // It runs, whatever is wrong with the file by which the next start would begin.
    await writeFile(join(folder, 'venue.json'), '{')
    expect(await told()).toBe(`${port} 中枢开着 the hub is running`)
    await lock.release()
    await hub.stop()
  })

  it('takes the guests’ port of the hub of this house for its own, which tells guests nothing of its health', async () => {
    const { port: guestPort, end } = await otherProgram('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
    const listening = { to: 'lan', host: '127.0.0.1', port: 0, guestPort } as const
    const guestFinding = (await lookAtNetwork({ listening }, {})).find(({ what }) => what.startsWith('客人端口'))
    expect(guestFinding).toMatchObject({ state: 'good', told: `${guestPort} 中枢开着 the hub is running` })
    await end()
  })

  it('takes another house’s hub for what it is, in the way, and a hub of this house that did not say where for its own', async () => {
    const folder = join(base, 'another')
    await cp(data, folder, { recursive: true })
    const hub = await createServedHub(folder)
    const env = { PORT: new URL(hub.origin).port }
    const state = async (holder?: Holder) =>
      (await lookAtNetwork(holder, env)).find(({ what }) => what === '端口 port')?.state
    expect(await state()).toBe('bad')
    expect(await state({ listening: undefined })).toBe('good')
    await hub.stop()
  })

  it('is told which setting is written wrong', async () => {
    expect(await lookAtNetwork(undefined, { PORT: '80a' })).toMatchObject([
      { state: 'bad', told: 'PORT=80a 写错了 is written wrong' },
    ])
  })

  it('misses the cable where it would listen everywhere', () => {
    const listening = { to: 'lan', host: '0.0.0.0', port: 8080, guestPort: 8081 } as const
    expect(judgeListening(listening, [])).toMatchObject({ state: 'bad', told: '没有网 not on any network' })
    expect(judgeListening(listening, ['192.168.1.20']).state).toBe('good')
  })

  it('sends guests’ phones to another port of their own where theirs is taken', () => {
    const taken = (what: string, port: number, setting?: string) =>
      judgePort(what, port, '192.168.1.20', 'taken', [], setting).remedy
    expect(taken('端口 port', 8080)).toBe('PORT=8090 npm start')
    expect(taken('客人端口 guests’ port', 8081, 'HTTP_PORT')).toBe('HTTP_PORT=8091 npm start')
  })

  it('says which addresses this machine has', () => {
    const remedy = judgePort('端口 port', 8080, '10.9.9.9', 'no-such-address', ['192.168.1.20']).remedy
    expect(remedy).toBe('HOST=192.168.1.20 npm start')
    const listening = judgeListening({ to: 'loopback', host: '127.0.0.1', port: 8080 }, ['192.168.1.20'])
    expect(listening).toMatchObject({ state: 'warn' })
  })
})

describe('the house', () => {
  const states = async (folder: string) =>
    Object.fromEntries(
      ((await lookAtHouse(files, folder, join(folder, 'backups'), now))?.findings ?? []).map(({ what, state }) => [
        what,
        state,
      ]),
    )

  it('of the demo is sound and has no backup', async () => {
    expect(await states(data)).toEqual({
      '门店 house': 'good',
      '权限 rights': 'good',
      '流水 journal': 'good',
      '备份 backup': 'warn',
    })
    expect(await lookAtHouse(files, join(base, 'nowhere'), base, now)).toBeUndefined()
  })

  it('with a spoilt journal, an open folder or a venue nobody can read is named so', async () => {
    const folder = join(base, 'spoilt')
    await cp(data, folder, { recursive: true })
    await chmod(folder, 0o755)
    const [day = ''] = await readdir(join(folder, 'journal'))
    const journal = join(folder, 'journal', day)
    const bytes = (await files.read(journal)) ?? Buffer.alloc(0)
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await writeFile(journal, bytes)
    expect(await states(folder)).toMatchObject({ '权限 rights': 'warn', '流水 journal': 'bad' })
    await writeFile(join(folder, 'venue.json'), '{')
    expect(await states(folder)).toEqual({ '权限 rights': 'warn', '门店 house': 'bad' })
  })

  it.each([
    ['version.json', '{"version":99}', '门店 house', 'newer version'],
    ['secrets/pepper.key', 'short', '门店 house', 'restore'],
    ['tls/authority.json', '{}', '证书 certificate', 'restore'],
  ])('that no hub would start from, for its %s, is not fit', async (name, content, what, remedy) => {
    const folder = join(base, `no-start-${name.replace('/', '-')}`)
    await cp(data, folder, { recursive: true })
    await ensureCertificates({ files, folder, now, address: '192.168.1.20' })
    await writeFile(join(folder, name), content)
    const found = (await lookAtHouse(files, folder, folder, now))?.findings.find(finding => finding.what === what)
    expect(found).toMatchObject({ state: 'bad', remedy: expect.stringContaining(remedy) })
  })

  it('was backed up lately, or long ago', async () => {
    await mkdir(join(data, 'backups'))
    const backup = join(data, 'backups', 'changming-night-20260101-060000.tar.gz')
    await writeFile(join(data, 'backups', 'somebody-elses.tar.gz'), '')
    expect(await states(data)).toMatchObject({ '备份 backup': 'warn' })
    await writeFile(backup, '')
    expect(await states(data)).toMatchObject({ '备份 backup': 'good' })
    await utimes(backup, new Date(now - 4 * 86_400_000), new Date(now - 4 * 86_400_000))
    expect(await states(data)).toMatchObject({ '备份 backup': 'warn' })
    expect(judgeBackup('/stick', undefined, now).told).toBe('没有 none in /stick')
  })
})

it('misses pages and fonts that were not built', async () => {
  expect((await judgePages(base)).map(({ state }) => state)).toEqual(['bad', 'bad'])
})

it('names the readers that it may not read', () => {
  expect(judgeReaders(undefined).state).toBe('warn')
  expect(judgeReaders([]).state).toBe('good')
  const shut = judgeReaders([{ name: 'Honeywell', readable: false }])
  expect(shut.told).toContain('Honeywell')
  expect(shut.remedy).toContain('--udev')
})

it('prints what to do below what is wrong, and in one line whether the house can open', () => {
  const finding = { what: '端口 port', state: 'bad', told: '8080', remedy: 'a\nb' } as const
  expect(printed(finding)).toEqual([`  ✗ 端口 port${' '.repeat(15)}8080`, '      → a', '      → b'])
  expect(verdict([finding])).toContain('1 处必须先处理')
  expect(verdict([])).toContain('可以开店')
})
