import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as tar from 'tar'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ArchiveBroken, readArchive, writeArchive } from './archive.ts'

let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-archive-'))
})
afterEach(() => rm(base, { recursive: true, force: true }))

const path = () => join(base, 'house.tar.gz')

async function write(): Promise<void> {
  const staged = join(base, 'staged')
  await mkdir(join(staged, 'journal'), { recursive: true })
  for (const name of ['venue.json', 'journal/1.jsonl', 'journal/2.jsonl'])
    await writeFile(join(staged, name), name.repeat(1000))
  await writeArchive({ staged, path: path(), hub: '1', at: 0, progress: () => undefined })
}

it('lets nobody clear away what is still being written', async () => {
  await write()
  await truncate(path(), (await readFile(path())).length - 1)
  let under = 0
  let most = 0
  const reading = readArchive(path(), async () => {
    most = Math.max(most, ++under)
    await sleep(20)
    under--
  })
  await expect(reading).rejects.toThrow(ArchiveBroken)
  expect([most > 0, under]).toEqual([true, 0])
})

it('says what could not be written, and nothing of it is left unheard', async () => {
  await write()
  const full = new Error('ENOSPC')
  await expect(readArchive(path(), () => Promise.reject(full))).rejects.toBe(full)
})

it('gives nobody a name that leads out of the folder', async () => {
  await mkdir(join(base, 'evil', 'in'), { recursive: true })
  await writeFile(join(base, 'evil', 'out.json'), '{}')
  await tar.create({ cwd: join(base, 'evil', 'in'), file: path(), gzip: true, preservePaths: true }, ['../out.json'])
  const taken: string[] = []
  const reading = readArchive(path(), async name => void taken.push(name))
  await expect(reading).rejects.toThrow(ArchiveBroken)
  expect(taken).toEqual([])
})
