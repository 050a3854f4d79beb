/** Given a restore that was asked for at a console, when a hub starts, then it is tried once, and how it went is told. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DeviceRow } from '../identity/devices.ts'
import { type Files, StoreFailed } from '../ports.ts'
import { createNodeFiles } from '../system/files.ts'
import { createIds } from '../system/ids.ts'
import { acquireLock } from '../system/lock.ts'
import { writeArchive } from './archive.ts'
import { finishRestore } from './restore.ts'
import { readRestoreTold } from './restore-told.ts'
import { restoreWanted, wantRestore } from './wanted.ts'

const files = createNodeFiles()
const log = { warn: () => undefined, error: () => undefined }
let base = ''
let data = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-wanted-'))
  data = join(base, 'data')
  await mkdir(join(base, 'staged'))
  await writeFile(join(base, 'staged', 'venue.json'), 'then')
  await writeArchive({ staged: join(base, 'staged'), path: path(), hub: 'test', at: 0, progress: () => undefined })
  await mkdir(data)
  await writeFile(join(data, 'venue.json'), 'now')
})
afterEach(() => rm(base, { recursive: true, force: true }))

const path = () => join(base, 'changming-hand-20261128-070532.tar.gz')
const console: DeviceRow = {
  id: 'd1',
  name: '前台',
  kind: 'console',
  shared: false,
  tokens: [{ hash: 'h'.repeat(43), since: 5 }],
  createdAt: 0,
  revoked: false,
}
const wanted = { backup: 'changming-hand-20261128-070532.tar.gz', madeAt: 1, bytes: 2, by: 'st1-huang', console }
const want = () => wantRestore(files, data, { path: path(), ...wanted })
const start = (on: Files = files) => restoreWanted({ files: on, folder: data, now: 0, log })
const venue = () => readFile(join(data, 'venue.json'), 'utf8')

it('does nothing unasked', async () => {
  await start()
  expect(await readdir(data)).toEqual(['venue.json'])
})

it('opens the house of then, which tells from what and by whom; a later start leaves it alone', async () => {
  await want()
  await start()
  expect(await venue()).toBe('then')
  expect(await readRestoreTold(files, data)).toEqual({ ok: true, ...wanted })
  await writeFile(join(data, 'venue.json'), 'later')
  await start()
  expect(await venue()).toBe('later')
})

it('is no longer wanted before anything is moved: what kills this hub does not kill the next', async () => {
  await want()
  const steps: string[] = []
  const killed: Files = {
    ...files,
    remove: async removing => {
      await files.remove(removing)
      steps.push(`removed ${basename(removing)}`)
    },
    makeFolder: () => {
      steps.push('began')
      throw new Error('killed')
    },
  }
  await start(killed)
  expect(steps).toEqual(['removed .restore.json', 'began'])
  expect([await venue(), await readRestoreTold(files, data)]).toEqual(['now', { ok: false, why: 'failed' }])
  await start()
  expect(await venue()).toBe('now')
})

it.each([
  ['gone', () => rm(path())],
  ['unsound', () => writeFile(path(), 'x')],
] as const)('keeps the house as it is where the backup is %s by then, and says so', async (why, spoil) => {
  await want()
  await spoil()
  await start()
  expect(await venue()).toBe('now')
  expect(await readRestoreTold(files, data)).toEqual({ ok: false, why })
  expect((await readdir(data)).filter(name => name.startsWith('.'))).toEqual([])
})

it('waits for nobody who uses the folder', async () => {
  await want()
  const lock = await acquireLock({ files, folder: join(data, 'lock'), ids: createIds() })
  await expect(start()).rejects.toMatchObject({ code: 'locked' })
  await lock.release()
})

it('opens nothing, and tells of no failure, where parts of two houses lie in the folder', async () => {
  await want()
  const failing: Files = {
    ...files,
    remove: name =>
      name.endsWith('.moves.json') ? Promise.reject(new StoreFailed('write-failed', name, 'EIO')) : files.remove(name),
  }
  await expect(start(failing)).rejects.toMatchObject({ code: 'half-restored' })
  await finishRestore(files, data)
  expect([await venue(), await readRestoreTold(files, data)]).toEqual(['then', { ok: true, ...wanted }])
})
