/** Given backups of before, then none is unpacked again that holds nobody, nor where the disk has no room for what it becomes. */
import { mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Files } from '../ports.ts'
import { createNodeFiles } from '../system/files.ts'
import { writeArchive } from './archive.ts'
import { nobodyGone, writeGone } from './gone.ts'
import { rewriteBackups } from './rewrite.ts'
import { NoRoom } from './room.ts'
import { rewrittenFile, stillHeld } from './still-held.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-rewrite-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const nameOf = (night: number) => `changming-night-2026110${night}-220001.tar.gz`
const pathOf = (night: number) => join(folder, nameOf(night))

/** A house with so much in it. */
async function lies(night: number, bytes = 10): Promise<void> {
  const staged = join(folder, 'staged')
  await mkdir(staged)
  await writeFile(join(staged, 'venue.json'), Buffer.alloc(bytes, 'x'))
  await writeArchive({ staged, path: pathOf(night), hub: '1', at: 0, progress: () => undefined })
  await rm(staged, { recursive: true })
  await utimes(pathOf(night), night, night)
}

/** Whatever is unpacked is asked for whom it owes. */
function looking() {
  const plain = createNodeFiles()
  let unpacked = 0
  const files: Files = {
    ...plain,
    read(path) {
      if (path.includes('.rewriting-') && path.endsWith('erase-again.json')) unpacked++
      return plain.read(path)
    },
  }
  return async (members: readonly string[], how: Partial<Parameters<typeof rewriteBackups>[3]> = {}) => {
    unpacked = 0
    const { failed } = await rewriteBackups(files, folder, members, { free: plenty, ...how })
    return { unpacked, failed: failed.map(({ name }) => name), errors: failed.map(({ error }) => error) }
  }
}

const held = (...members: string[]) => stillHeld(createNodeFiles(), folder, members)
const plenty = async () => 1e12

it('that are good are not unpacked again for the sake of one that is not, until somebody else goes', async () => {
  for (const night of [1, 2, 3]) await lies(night)
  const whole = await readFile(pathOf(2))
  await truncate(pathOf(2), whole.length - 9)
  const look = looking()
  expect(await look(['m1-a'])).toMatchObject({ unpacked: 2, failed: [nameOf(2)] })
  await lies(4)
  for (const _ of ['a start', 'a day’s end'])
    expect(await look(['m1-a'])).toMatchObject({ unpacked: 0, failed: [nameOf(2)] })
  expect(await held('m1-a')).toEqual(['m1-a'])
  expect(await look(['m1-a', 'm1-b'])).toMatchObject({ unpacked: 3, failed: [nameOf(2)] })
  await writeFile(pathOf(2), whole)
  expect(await look(['m1-a', 'm1-b'])).toMatchObject({ unpacked: 1, failed: [] })
  expect(await held('m1-a', 'm1-b')).toEqual([])
})

it('are all looked at where a person asks, who may have put another there', async () => {
  for (const night of [1, 2]) await lies(night)
  const look = looking()
  expect(await look(['m1-a'])).toMatchObject({ unpacked: 2, failed: [] })
  expect(await look(['m1-a'])).toMatchObject({ unpacked: 0 })
  expect(await look(['m1-a'], { afresh: true })).toMatchObject({ unpacked: 2 })
})

it('hold nobody once the one that could not be read is thrown away', async () => {
  for (const night of [1, 2]) await lies(night)
  await truncate(pathOf(1), 20)
  const look = looking()
  await look(['m1-a'])
  await rm(pathOf(1))
  expect(await held('m1-a')).toEqual([])
})

it('of which a program of before said that all was done are done', async () => {
  await lies(1)
  await writeGone(createNodeFiles(), join(folder, rewrittenFile), { ...nobodyGone, members: ['m1-a'] })
  expect(await held('m1-a', 'm1-b')).toEqual(['m1-b'])
  expect(await looking()(['m1-a'])).toMatchObject({ unpacked: 0 })
})

it('of which nobody can read any more what was done are all looked at once more, and it is written anew', async () => {
  for (const night of [1, 2]) await lies(night)
  const look = looking()
  await look(['m1-a'])
  await writeFile(join(folder, rewrittenFile), '{"format":1,"mem')
  expect(await held('m1-a')).toEqual(['m1-a'])
  expect(await look(['m1-a'])).toMatchObject({ unpacked: 2, failed: [] })
  expect(await held('m1-a')).toEqual([])
})

it('wait for room: for what they become twice over and packed, and enough beside it for many nights', async () => {
  await lies(1, 10_000)
  await lies(2, 10_000_000)
  const look = looking()
  const free = async (of: string) => (of === folder ? 502e6 : 0)
  const first = await look(['m1-a'], { free })
  expect(first).toMatchObject({ unpacked: 1, failed: [nameOf(2)] })
  expect(first.errors).toEqual([expect.any(NoRoom)])
  expect(await held('m1-a')).toEqual(['m1-a'])
  expect(await look(['m1-a'], { free: async () => 519e6 })).toMatchObject({ unpacked: 0, failed: [nameOf(2)] })
  expect(await look(['m1-a'])).toMatchObject({ unpacked: 1, failed: [] })
  expect(await held('m1-a')).toEqual([])
})
