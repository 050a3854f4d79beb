import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { FolderTaken, isTaken, makeWhole } from './make-whole.ts'

const files = createNodeFiles()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-made-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (path: string, says = 'x') => {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), says)
}
const make = (says: string) =>
  makeWhole(files, folder, async inside => {
    await mkdir(join(inside, 'staff'))
    await writeFile(join(inside, 'staff/st1'), says)
    await writeFile(join(inside, 'venue'), says)
    return says
  })
const names = async () => (await readdir(folder, { recursive: true })).sort()
const says = () => readFile(join(folder, 'venue'), 'utf8')

it('moves up what was made, beside what a file system of its own puts there', async () => {
  await mkdir(join(folder, 'lost+found'))
  expect(await isTaken(files, folder)).toBe(false)
  expect(await make('one')).toBe('one')
  expect(await names()).toEqual(['lost+found', 'staff', 'staff/st1', 'venue'])
  expect(await isTaken(files, folder)).toBe(true)
})

it('begins anew where somebody was killed while making it', async () => {
  await put('making/.changming')
  await put('making/staff/st0', 'half')
  expect(await isTaken(files, folder)).toBe(false)
  await make('two')
  expect(await names()).toEqual(['staff', 'staff/st1', 'venue'])
})

it('is finished where somebody was killed while moving it up', async () => {
  await put('making/.changming')
  await put('making/.whole')
  await put('making/venue', 'one')
  await put('menu', 'one')
  expect(await isTaken(files, folder)).toBe(true)
  expect(await names()).toEqual(['menu', 'venue'])
})

it('takes nothing away that is not its own, whatever it is called', async () => {
  await put('making/bread/x')
  await put('thesis')
  expect(await isTaken(files, folder)).toBe(true)
  await expect(make('one')).rejects.toThrow(FolderTaken)
  expect(await names()).toEqual(['making', 'making/bread', 'making/bread/x', 'thesis'])
})

it('gives way to a house that was made since somebody looked, and to one that is made meanwhile', async () => {
  expect(await isTaken(files, folder)).toBe(false)
  await put('venue', 'quicker')
  await expect(make('late')).rejects.toThrow(FolderTaken)
  expect(await says()).toBe('quicker')
  await rm(join(folder, 'venue'))
  const late = makeWhole(files, folder, () => put('venue', 'meanwhile'))
  await expect(late).rejects.toThrow(FolderTaken)
  expect(await says()).toBe('meanwhile')
})

it('leaves what is no house yet where making it failed', async () => {
  await expect(makeWhole(files, folder, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(await isTaken(files, folder)).toBe(false)
  expect(await names()).toEqual([])
})
