/**
 * Given backups of before, when a member is erased, then none of them holds that member any more, and each is as good as it was.
 * It is looked for in the bytes: what they are called, their number, what was typed for their evening, in words of their own.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveBroken, readArchive, writeArchive } from '../../hub/backup/archive.ts'
import { restoreBackup } from '../../hub/backup/restore.ts'
import { rewriteBackup } from '../../hub/backup/rewrite.ts'
import { stillHeld } from '../../hub/backup/still-held.ts'
import { verifyBackup } from '../../hub/backup/verify.ts'
import { createFaultyFiles } from '../../hub/system/faulty-files.testing.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { seedDemo } from '../demo/seed.ts'
import { demoStaff } from '../demo/staff.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { createServedHub, type ServedHub } from '../lib/served-hub.testing.ts'
import { makeBackup, rewriteOld as rewriteIn } from './run.ts'
import { whyNot } from './say.ts'
import { rewritesAlready } from './words.ts'

const files = createNodeFiles()
const marks = ['称甲乙丙', '19912349901', '订丁戊己']
const hour = 60 * 60_000
const begin = Date.now()
/** Whatever the disk of the tests has. */
const rewriteOld = (of: Parameters<typeof rewriteIn>[0]) => rewriteIn({ ...of, free: async () => 1e12 })
let base = ''
let data = ''
let hub: ServedHub

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-rewrite-'))
  data = join(base, 'data')
  await seedDemo({ files, folder: data, now: begin, members: 60, history: 'little', occupied: 0.2 })
  // What the hub does by a process of its own.
  hub = await createServedHub(data, undefined, to => rewriteOld({ files, data, to }))
}, 60_000)
afterAll(async () => {
  await hub.stop()
  await rm(base, { recursive: true, force: true })
})

let made = 0
const backup = (to: string, more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({
    files,
    data,
    to,
    label: 'night',
    keep: undefined,
    now: begin + made++ * 60_000,
    version: 'test',
    progress: () => undefined,
    checking: () => undefined,
    ...more,
  })

/** Which of the words are in this backup. */
const among = async (path: string) => {
  const text = gunzipSync(await readFile(path)).toString('utf8')
  return marks.filter(mark => text.includes(mark))
}

async function owner() {
  const { served } = hub
  const device = served.hub.allDevices().find(({ kind, station }) => kind === 'console' && !station)?.id ?? ''
  const staff = served.hub.firstOwner ?? ''
  await served.hub.openSession(device, staff)
  const session = served.hub.sessionOf(device)?.session ?? ''
  const by = { kind: 'staff', device, session, staff, role: 'owner' } as const
  const pin = demoStaff.find(({ id }) => id === staff)?.pin ?? ''
  const send = async (command: object) => {
    const answer = await served.hub.submit(by, { tappedAt: Date.now(), session, command })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.result
  }
  return { send, pin }
}

/** Somebody of whom all of this is known. */
async function known(): Promise<{ member: string; erase: () => Promise<void> }> {
  const { send, pin } = await owner()
  const [called, phone, name] = marks
  const { member } = await send({ type: 'NewMember', details: { called, phone } })
  const arrivesAt = Date.now() + hour
  const promise = { party: 2, roomClass: 'medium', deposit: false, arrivesAt, heldUntil: arrivesAt + hour }
  await send({ type: 'Reserve', member, name, ...promise })
  const erase = async () => {
    await send({ type: 'EraseMember', member, keepsToo: true, pin })
    // As the hub does before it has them rewritten.
    await expect.poll(async () => String(await files.read(join(data, 'erased.json')))).toContain(member)
  }
  return { member: String(member), erase }
}

describe('who is erased', () => {
  it('is taken out of the backups that are there, which are verified, keep their age, and lead to a house that knows it', async () => {
    const to = join(data, 'backups')
    const { member, erase } = await known()
    const { path, holds } = await backup(to)
    const old = new Date(begin - 48 * hour)
    await utimes(path, old, old)
    expect(await among(path)).toEqual(marks)
    await erase()
    await expect.poll(() => among(path), { timeout: 30_000 }).toEqual([])
    expect(await verifyBackup(path)).toMatchObject({ at: holds.at, seq: holds.seq, members: holds.members - 1 })
    expect(await stat(path)).toMatchObject({ mtime: old, mode: 0o100600 })
    // Nothing is left beside it, and there is nothing to do the next time.
    await expect.poll(async () => (await readdir(to)).filter(name => name.startsWith('.rewriting-'))).toEqual([])
    expect(await rewriteOld({ files, data, to })).toBe(0)
    // Those made from now on never held them.
    expect(await among((await backup(to)).path)).toEqual([])

    // Put back where nothing else is known of it: their reservation ends, and the house says that they are gone.
    const alone = join(base, 'alone')
    const told = { ok: true, backup: 'x', madeAt: begin, bytes: 1 } as const
    const restored = { files, path, folder: alone, evenThere: false, told, now: begin, progress: () => undefined }
    await mkdir(join(base, 'stick'))
    await files.replace(join(base, 'stick', 'only.tar.gz'), await readFile(path))
    expect(await restoreBackup({ ...restored, path: join(base, 'stick', 'only.tar.gz') })).toMatchObject({ gone: 1 })
    const again = await createServedHub(alone)
    expect(again.errors()).toEqual([])
    await again.stop()
    const lines = (await readWholeJournal(alone)).filter(({ command }) => command.type === 'EraseAgain')
    expect(lines).toMatchObject([{ events: [{ type: 'ReservationCancelled' }, {}, { type: 'MemberErased', member }] }])
  }, 90_000)

  it('while one is being made is not in that one either', async () => {
    const to = join(base, 'meanwhile')
    const { erase } = await known()
    let gone = Promise.resolve()
    const list = join(data, 'erased.json')
    const { path } = await backup(to, {
      // It is packed already, and has no name yet by which anybody would find it.
      checking: () => {
        gone = erase()
      },
      files: { ...files, read: path => (path === list ? gone.then(() => files.read(path)) : files.read(path)) },
    })
    expect(await among(path)).toEqual([])
    expect((await readdir(to)).filter(name => !name.startsWith('changming-'))).toEqual([])
  }, 60_000)
})

describe('a backup that cannot be rewritten', () => {
  /** Packed with one document that nobody can read. */
  async function spoilIn(path: string, document: string): Promise<void> {
    const house = await mkdtemp(join(base, 'unpacked-'))
    const { hub, at } = await readArchive(path, async (name, content) => {
      await mkdir(dirname(join(house, name)), { recursive: true })
      await writeFile(join(house, name), content)
    })
    await writeFile(join(house, document), '{')
    await writeArchive({ staged: house, path, hub, at, progress: () => undefined })
  }

  it('so that a hub would start from it stays as it is, and is named', async () => {
    const to = join(base, 'no-menu')
    const { erase } = await known()
    const { path } = await backup(to)
    await spoilIn(path, 'menu.json')
    const before = await readFile(path)
    await erase()
    await expect(rewriteOld({ files, data, to })).rejects.toThrow('menu.json')
    expect(before.equals(await readFile(path))).toBe(true)
  }, 60_000)

  it('stays as it is, is named, and keeps none of the others from it; the next time it is tried again', async () => {
    const to = join(base, 'spoilt')
    const { member, erase } = await known()
    const bad = (await backup(to)).path
    const good = (await backup(to)).path
    const whole = await readFile(bad)
    await writeFile(bad, whole.subarray(0, -9))
    await erase()
    await expect(rewriteOld({ files, data, to })).rejects.toThrow(/changming-night-.*\n.*会员/)
    expect(await among(good)).toEqual([])
    expect((await readFile(bad)).length).toBe(whole.length - 9)
    // Nobody takes it for done meanwhile.
    expect(await stillHeld(files, to, [member])).toEqual([member])
    await writeFile(bad, whole)
    expect(await rewriteOld({ files, data, to })).toBe(1)
    expect(await among(bad)).toEqual([])
    expect(await stillHeld(files, to, [member])).toEqual([])
  }, 60_000)

  it('wholly, for a document in it is damaged, holds nothing of them in the others, and is named', async () => {
    const to = join(base, 'damaged')
    const { erase } = await known()
    const { path } = await backup(to)
    await spoilIn(path, join('texts', 't99.json'))
    await erase()
    for (const _ of ['at first', 'the next time']) {
      await expect(rewriteOld({ files, data, to })).rejects.toThrow('t99.json')
      expect(await among(path)).toEqual([])
    }
    expect(await verifyBackup(path)).toMatchObject({ damaged: [expect.stringContaining('t99.json')] })
  }, 60_000)

  it('is whole, whatever step fails', async () => {
    const to = join(base, 'faulty')
    const { member, erase } = await known()
    const { path } = await backup(to)
    await erase()
    const before = await readFile(path)
    const faulty = createFaultyFiles(createNodeFiles)
    for (const [step, turn] of [
      ['write', 1],
      ['sync', 2],
      ['rename', 3],
    ] as const) {
      faulty.failAt(step, turn, 'ENOSPC')
      await expect(rewriteBackup(faulty.files, path, [member])).rejects.toMatchObject({ code: 'disk-full' })
      faulty.heal()
      expect(before.equals(await readFile(path))).toBe(true)
    }
    await expect(rewriteBackup(files, join(to, 'none.tar.gz'), [member])).rejects.toThrow('ENOENT')
    await writeFile(join(to, 'other.tar.gz'), 'not one')
    await expect(rewriteBackup(files, join(to, 'other.tar.gz'), [member])).rejects.toThrow(ArchiveBroken)
    expect((await readdir(to)).filter(name => name.startsWith('.'))).toEqual([])
  }, 60_000)

  it('are not said to be out of backups that nobody looked at: of another folder than the house’s, or where none lie', async () => {
    const to = join(base, 'hand')
    const { erase } = await known()
    await backup(to)
    await erase()
    const nowhere = join(base, 'no-house')
    await expect(rewriteOld({ files, data: nowhere, to })).rejects.toThrow(nowhere)
    const typo = join(base, 'hnad')
    await expect(rewriteOld({ files, data, to: typo })).rejects.toThrow('没有备份')
    await expect(readdir(typo)).rejects.toThrow('ENOENT')
    expect(await rewriteOld({ files, data, to })).toBe(1)
  }, 60_000)

  it('by one who was killed is rewritten by the next, who clears away what was left; not by two at once', async () => {
    const to = join(base, 'killed')
    const { erase } = await known()
    const { path } = await backup(to)
    await erase()
    await mkdir(join(to, '.rewriting-abc', 'house'), { recursive: true })
    const lock = await acquireLock({ files, folder: join(to, '.rewriting'), ids: createIds() })
    const refused = await rewriteOld({ files, data, to }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'locked' })
    // It is no hub that stands in the way, and none is to be stopped.
    expect(whyNot(refused)).toBe(rewritesAlready)
    expect(await readdir(to)).toContain('.rewriting-abc')
    await lock.release()
    // Left by one who was killed days ago, or somebody's who makes a backup just now.
    const part = (day: string) => `changming-night-202601${day}-220001.tar.gz.part`
    const old = new Date(Date.now() - 25 * hour)
    for (const name of [part('01'), part('02'), '.verify-old', '.verify-new']) await writeFile(join(to, name), '')
    for (const name of [part('01'), '.verify-old']) await utimes(join(to, name), old, old)
    expect(await rewriteOld({ files, data, to })).toBe(1)
    expect(await among(path)).toEqual([])
    const left = (await readdir(to)).filter(name => name.startsWith('.verify-') || name.endsWith('.part'))
    expect(left.sort()).toEqual(['.verify-new', part('02')])
    expect((await readdir(to)).filter(name => name.startsWith('.rewriting-'))).toEqual([])
  }, 60_000)
})
