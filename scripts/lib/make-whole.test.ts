import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeFiles } from '../../hub/files.ts'
import { holdsHouse, makeWhole } from './make-whole.ts'

const files = createNodeFiles()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-made-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const make = (says: string) =>
  makeWhole(files, folder, async inside => {
    await mkdir(join(inside, 'staff'))
    await writeFile(join(inside, 'staff/st1'), says)
    await writeFile(join(inside, 'venue'), says)
    return says
  })
const names = async () => (await readdir(folder, { recursive: true })).sort()

it('moves up what was made, beside what a file system of its own puts there', async () => {
  await mkdir(join(folder, 'lost+found'))
  expect(await holdsHouse(files, folder)).toBe(false)
  expect(await make('one')).toBe('one')
  expect(await names()).toEqual(['lost+found', 'staff', 'staff/st1', 'venue'])
  expect(await holdsHouse(files, folder)).toBe(true)
})

it('begins anew where somebody was killed while making it, or while moving it up', async () => {
  await mkdir(join(folder, 'making/staff'), { recursive: true })
  await writeFile(join(folder, 'making/staff/st0'), 'half')
  await writeFile(join(folder, 'menu'), 'half')
  expect(await holdsHouse(files, folder)).toBe(false)
  await make('two')
  expect(await names()).toEqual(['staff', 'staff/st1', 'venue'])
  expect(await readFile(join(folder, 'venue'), 'utf8')).toBe('two')
})

it('is whole where somebody was killed when all of it had moved up', async () => {
  await make('one')
  await mkdir(join(folder, 'making'))
  expect(await holdsHouse(files, folder)).toBe(true)
})

it('leaves what is no house yet where making it failed', async () => {
  await expect(makeWhole(files, folder, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(await holdsHouse(files, folder)).toBe(false)
})
