/** Given a backup and what is known beside it, when it is put back, then what the house at its start has to do again. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Files, StoreFailed } from '../ports.ts'
import { createNodeFiles } from '../system/files.ts'
import { writeArchive } from './archive.ts'
import { nobodyGone, readGone, writeGone } from './gone.ts'
import { finishRestore, restoreBackup } from './restore.ts'
import { readRestoreTold } from './restore-told.ts'

const files = createNodeFiles()
const told = { ok: true, backup: 'house.tar.gz', madeAt: 0, bytes: 1 } as const
let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-restore-'))
})
afterEach(() => rm(base, { recursive: true, force: true }))

const at = (...names: string[]) => join(base, ...names)

async function write(parts: Readonly<Record<string, unknown>>, folder: string): Promise<void> {
  for (const [name, content] of Object.entries(parts)) {
    await mkdir(dirname(at(folder, name)), { recursive: true })
    await writeFile(at(folder, name), JSON.stringify(content))
  }
}

/** A backup of a house with these files. */
async function backup(parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  await write({ 'venue.json': {}, ...parts }, 'staged')
  const path = at('house.tar.gz')
  await writeArchive({ staged: at('staged'), path, hub: 'test', at: 0, progress: () => undefined })
  await rm(at('staged'), { recursive: true })
  return path
}
const restore = async (path: string, on: Files = files) =>
  restoreBackup({ files: on, path, folder: at('data'), evenThere: true, told, now: 0, progress: () => undefined })
const list = (...members: string[]) => ({ format: 1, members })

it('still owes the erasures that the backed up house owed, whatever is owed besides', async () => {
  // It was itself put back while m1 was in the house: erased by then, and here again until they leave.
  const path = await backup({ 'erased.json': list('m1', 'm2'), 'erase-again.json': list('m1') })
  expect(await restore(path)).toMatchObject({ gone: 1 })
  expect(await readGone(files, at('data', 'erase-again.json'))).toEqual({ ...nobodyGone, members: ['m1'] })
  await writeGone(files, at('changming-erased.json'), { ...nobodyGone, members: ['m1', 'm2', 'm3'] })
  expect(await restore(path)).toMatchObject({ gone: 2 })
  expect(await readGone(files, at('data', 'erase-again.json'))).toEqual({ ...nobodyGone, members: ['m1', 'm3'] })
  expect(await readGone(files, at('data', 'erased.json'))).toEqual({ ...nobodyGone, members: ['m1', 'm2', 'm3'] })
})

it('owes what was taken out since, of devices and staff as of members, and nothing that the backup knew', async () => {
  const path = await backup({ 'erased.json': { ...list('m1'), devices: ['d1'], staff: [] } })
  await writeGone(files, at('changming-erased.json'), { members: ['m1'], devices: ['d1', 'd2'], staff: ['s1'] })
  await write({ 'erased.json': { ...list('m1'), devices: ['d3'] } }, 'data')
  expect(await restore(path)).toMatchObject({ gone: 3 })
  expect(await readGone(files, at('data', 'erase-again.json'))).toEqual({
    members: [],
    devices: ['d2', 'd3'],
    staff: ['s1'],
  })
  expect(await readGone(files, at('data', 'erased.json'))).toEqual({
    members: ['m1'],
    devices: ['d1', 'd2', 'd3'],
    staff: ['s1'],
  })
})

it('moves the copy that an upgrade made with the house that it is of, so that the next upgrade makes its own', async () => {
  const path = await backup()
  await write({ 'venue.json': { old: true }, '.before-version-2/venue.json': { older: true } }, 'data')
  const { before = '' } = await restore(path)
  expect((await readdir(before)).sort()).toEqual(['.before-version-2', 'venue.json'])
  expect(await readdir(at('data'))).not.toContain('.before-version-2')
})

it('leaves no such copy behind where the house itself is gone', async () => {
  const path = await backup()
  await write({ '.before-version-2/venue.json': {} }, 'data')
  const { before = '' } = await restore(path)
  expect(await readdir(before)).toEqual(['.before-version-2'])
})

it('leaves backups and logs where they are: the wrong one may have been chosen', async () => {
  const path = await backup()
  await write({ 'venue.json': {}, 'backups/other.tar.gz': {}, 'logs/hub.log': {} }, 'data')
  const { before = '' } = await restore(path)
  expect(await readdir(before)).toEqual(['venue.json'])
  expect((await readdir(at('data'))).filter(name => !name.startsWith('.')).sort()).toEqual([
    ...['backups', 'lock', 'logs', 'restored.json', 'venue.json'],
  ])
  expect(await readRestoreTold(files, at('data'))).toEqual(told)
})

const moves = [
  ['venue.json', '.before-1/venue.json'],
  ['old.json', '.before-1/old.json'],
  ['.restoring/venue.json', 'venue.json'],
  ['.restoring/new.json', 'new.json'],
] as const
it.each([0, 1, 2, 3, 4])('goes on where the power failed after %i of its moves', async count => {
  await write({ 'venue.json': 'old', 'old.json': 'old' }, 'data')
  await write({ 'venue.json': 'new', 'new.json': 'new' }, 'data/.restoring')
  await mkdir(at('data', '.before-1'))
  await writeFile(at('data', '.moves.json'), JSON.stringify(moves))
  for (const [from, to] of moves.slice(0, count)) await rename(at('data', from), at('data', to))
  await finishRestore(files, at('data'))
  expect((await readdir(at('data'))).sort()).toEqual(['.before-1', 'lock', 'new.json', 'venue.json'])
  expect((await readdir(at('data', '.before-1'))).sort()).toEqual(['old.json', 'venue.json'])
  expect(await readFile(at('data', 'venue.json'), 'utf8')).toBe('"new"')
})

const old = { 'venue.json': 'old', 'old.json': 'old' }
const houseNow = async () =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(at('data'), { withFileTypes: true }))
        .filter(entry => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
        .map(async ({ name }) => [name, JSON.parse(await readFile(at('data', name), 'utf8'))] as const),
    ),
  )
const hidden = async () => (await readdir(at('data'))).filter(name => name.startsWith('.'))

it('moves nothing of the living house by a list that a restore left behind which was given up', async () => {
  await write(old, 'data')
  await writeFile(at('data', '.moves.json'), JSON.stringify(moves))
  await finishRestore(files, at('data'))
  expect([await houseNow(), await hidden()]).toEqual([old, []])
})

it('leaves the house as it is where the list of its moves could not be written down, now and at the next start', async () => {
  const path = await backup()
  await write(old, 'data')
  // The name is there and the folder is not synced: a disk that fails at the very end.
  const failing: Files = {
    ...files,
    async replace(name, content) {
      await files.replace(name, content)
      if (name.endsWith('.moves.json')) throw new StoreFailed('write-failed', name, 'EIO')
    },
  }
  await expect(restore(path, failing)).rejects.toMatchObject({ code: 'write-failed' })
  await finishRestore(files, at('data'))
  expect(await houseNow()).toEqual(old)
  expect((await hidden()).filter(name => !name.startsWith('.before-'))).toEqual([])
})

it('leaves the house as it is where the power goes while a restore is being given up', async () => {
  const path = await backup()
  await write(old, 'data')
  let met: readonly string[] = []
  const failing: Files = {
    ...files,
    async replace(name, content) {
      await files.replace(name, content)
      if (name.endsWith('.moves.json')) throw new StoreFailed('write-failed', name, 'EIO')
    },
    async remove(name) {
      if (!name.endsWith('.moves.json')) return files.remove(name)
      met = await hidden()
      throw new Error('the power went')
    },
  }
  await expect(restore(path, failing)).rejects.toMatchObject({ code: 'half-restored' })
  // From here on it is deleted file by file: no start may take what is left of it for the new house.
  expect(met).toContain('.moves.json')
  expect(met).not.toContain('.restoring')
  await finishRestore(files, at('data'))
  expect(await houseNow()).toEqual(old)
  expect((await hidden()).filter(name => !name.startsWith('.before-'))).toEqual([])
})

it('that came to its last move and no further is told apart from one that came to nothing, and goes on', async () => {
  const path = await backup({ 'new.json': 'new' })
  await write(old, 'data')
  const failing: Files = {
    ...files,
    remove: name =>
      name.endsWith('.moves.json') ? Promise.reject(new StoreFailed('write-failed', name, 'EIO')) : files.remove(name),
  }
  await expect(restore(path, failing)).rejects.toMatchObject({ code: 'half-restored' })
  expect(await hidden()).toEqual(expect.arrayContaining(['.moves.json', '.restoring']))
  await finishRestore(files, at('data'))
  expect(await houseNow()).toEqual({ 'venue.json': {}, 'new.json': 'new', 'restored.json': told })
  const [before = '', ...others] = await hidden()
  expect(others).toEqual([])
  expect((await readdir(at('data', before))).sort()).toEqual(['old.json', 'venue.json'])
})
