import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFaultyFiles } from './faulty-files.testing.ts'
import { createNodeFiles, type FileStep } from './files.ts'
import { createMemoryFiles } from './memory-files.ts'

const temp = mkdtempSync(join(tmpdir(), 'changming-files-'))
afterAll(() => rmSync(temp, { recursive: true }))
let trials = 0

async function newFolder(): Promise<string> {
  const folder = join(temp, String(trials++))
  await createNodeFiles().makeFolder(folder)
  return folder
}

describe('replace', () => {
  it('writes, syncs, renames and syncs the folder, in this order', async () => {
    const folder = await newFolder()
    const { files, steps } = createFaultyFiles(createNodeFiles)
    await files.replace(join(folder, 'a'), 'one')
    const names = steps.map(step => step.replace(`${folder}/`, ''))
    expect(names).toEqual(['open a.tmp', 'write a.tmp', 'sync a.tmp', 'rename a', 'sync-folder a'])
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['a'])
  })

  const outcomes: [FileStep, string][] = [
    ['open', 'old'],
    ['write', 'old'],
    ['sync', 'old'],
    ['rename', 'old'],
    ['sync-folder', 'new'],
  ]
  it.each(outcomes)('that dies before %s leaves the %s content whole', async (step, left) => {
    const folder = await newFolder()
    const { files, failAt } = createFaultyFiles(createNodeFiles)
    await files.replace(join(folder, 'a'), 'old')
    failAt(step)
    await expect(files.replace(join(folder, 'a'), 'new')).rejects.toMatchObject({
      name: 'StoreFailed',
      code: 'write-failed',
    })
    const afterwards = createNodeFiles()
    expect((await afterwards.read(join(folder, 'a')))?.toString()).toBe(left)
    expect(await afterwards.list(folder)).toEqual(['a'])
    await afterwards.replace(join(folder, 'a'), 'newer')
    expect(readdirSync(folder)).toEqual(['a'])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('newer')
  })

  it('what is written in pieces is whole again, also where a sign lies in two of them', async () => {
    const folder = await newFolder()
    const files = createNodeFiles()
    const text = `a${'歌'.repeat(900_000)}`
    await files.replace(join(folder, 'songs'), text)
    expect((await files.read(join(folder, 'songs')))?.toString('utf8') === text).toBe(true)
    await files.replace(join(folder, 'songs'), '')
    expect((await files.read(join(folder, 'songs')))?.length).toBe(0)
  })

  it('does one after the other for one path', async () => {
    const folder = await newFolder()
    const files = createNodeFiles()
    await Promise.all(['a', 'b', 'c'].map(text => files.replace(join(folder, 'x'), text.repeat(100_000))))
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('c'.repeat(100_000))
  })

  it('tells a full disk from a broken one', async () => {
    const folder = await newFolder()
    const { files, failAt } = createFaultyFiles(createNodeFiles)
    failAt('write', 1, 'ENOSPC')
    await expect(files.replace(join(folder, 'a'), 'x')).rejects.toMatchObject({
      code: 'disk-full',
      path: join(folder, 'a'),
    })
  })
})

describe('a durable file', () => {
  it('grows by zeroes and writes at its place', async () => {
    const path = join(await newFolder(), 'journal')
    const file = createNodeFiles().openDurable(path)
    file.writeDurably(Buffer.from('one'), 0)
    file.writeDurably(Buffer.from('two'), 3)
    expect(file.size()).toBe(1024 * 1024)
    file.writeDurably(Buffer.from('far'), 1024 * 1024 - 1)
    expect(file.size()).toBe(2 * 1024 * 1024)
    file.close()
    const content = readFileSync(path)
    expect(content.subarray(0, 8).toString()).toBe('onetwo\0\0')
    expect(content.subarray(1024 * 1024 - 2, 1024 * 1024 + 4).toString()).toBe('\0far\0\0')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('keeps what it held, and forgets what was cut', async () => {
    const path = join(await newFolder(), 'journal')
    writeFileSync(path, 'one two')
    const file = createNodeFiles().openDurable(path)
    expect(file.size()).toBe(7)
    file.truncate(3)
    file.writeDurably(Buffer.from('!'), 4)
    file.close()
    expect(readFileSync(path).subarray(0, 7).toString()).toBe('one\0!\0\0')
  })
})

describe.each([
  ['a real disk', () => createNodeFiles()],
  ['a disk in memory', () => createMemoryFiles()],
])('%s', (_, make) => {
  it('reads, lists and removes', async () => {
    const folder = await newFolder()
    const files = make()
    expect(await files.read(join(folder, 'none'))).toBeUndefined()
    expect(await files.list(join(folder, 'none'))).toEqual([])
    await files.makeFolder(join(folder, 'deep', 'er'))
    for (const name of ['b', 'a']) await files.replace(join(folder, 'deep', 'er', name), name)
    expect(await files.list(join(folder, 'deep', 'er'))).toEqual(['a', 'b'])
    await files.remove(join(folder, 'deep', 'er', 'a'))
    await files.remove(join(folder, 'deep', 'er', 'a'))
    expect(await files.list(join(folder, 'deep', 'er'))).toEqual(['b'])
  })
})

it('names what cannot be read', async () => {
  const folder = await newFolder()
  await expect(createNodeFiles().read(folder)).rejects.toMatchObject({ code: 'unreadable', path: folder })
})

describe('readAround', () => {
  const kinds = [
    ['a disk', createNodeFiles],
    ['memory', createMemoryFiles],
  ] as const
  it.each(kinds)('on %s reads all but the hole, which is zeroes', async (_, make) => {
    const files = make()
    const path = join(await newFolder(), 'night')
    await files.replace(path, 'abcdefgh')
    const around = async (from: number, to: number) => (await files.readAround(path, { from, to }))?.toString()
    expect(await around(2, 5)).toBe('ab\0\0\0fgh')
    expect(await around(0, 0)).toBe('abcdefgh')
    expect(await around(3, 99)).toBe('abc\0\0\0\0\0')
    expect(await around(50, 99)).toBe('abcdefgh')
    expect(await files.readAround(`${path}-of-nobody`, { from: 0, to: 1 })).toBeUndefined()
  })
})
