/** The journal of a real hub, looked after from the terminal. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { acquireLock } from '../../hub/system/lock.ts'
import { seedDemo } from '../demo/seed.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { instantIn, readOptions } from './options.ts'
import { printAll, repair, verify } from './run.ts'

const files = createNodeFiles()
/** Nine in the evening in the demo’s Chengdu, the last that was: an evening told over its cutover at six is in two files. */
const nine = 13 * 3_600_000
const evening = Math.floor((Date.now() - nine) / 86_400_000) * 86_400_000 + nine
let base = ''
let night: string
const all = { visit: undefined, type: undefined, since: undefined, until: undefined }

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-journal-'))
  night = join(base, 'night')
  await seedDemo({ files, folder: night, now: evening, members: 80, history: 'none', occupied: 0.4 })
})
afterAll(() => rm(base, { recursive: true, force: true }))

let copies = 0
async function copyOfNight() {
  const folder = join(base, String(++copies))
  await cp(night, folder, { recursive: true })
  const said: string[] = []
  const at = { files, folder, say: (text: string) => void said.push(text) }
  const journal = join(folder, 'journal')
  const days = async () => (await readdir(journal)).filter(name => name.endsWith('.ndjson')).sort()
  return { at, said, folder, journal, days, first: join(journal, (await days())[0] ?? '') }
}

describe('verify', () => {
  it('finds the demo’s journal sound, and the first byte of a line that somebody edited', async () => {
    const { at, said, first } = await copyOfNight()
    expect(await verify(at)).toBe(0)
    const bytes = await readFile(first)
    const place = bytes.indexOf('OrderPlaced')
    bytes[place] = 0x58
    await writeFile(first, bytes)
    expect(await verify(at)).toBe(1)
    const line = bytes.subarray(0, place).toString('latin1').split('\n').length
    const start = bytes.lastIndexOf(10, place) + 1
    expect(said.at(-1)).toContain(`${first}:${line} (字节 byte ${start})`)
  })

  it('tells an end that a crash tore from damage', async () => {
    const { at, journal, days } = await copyOfNight()
    const last = join(journal, (await days()).at(-1) ?? '')
    const bytes = await readFile(last)
    let end = bytes.length
    while (bytes[end - 1] === 0) end--
    await writeFile(last, Buffer.concat([bytes.subarray(0, end), Buffer.from('{"seq":9999,"bat')]))
    expect(await verify(at)).toBe(3)
  })

  it('looks at nothing without the key, and makes none', async () => {
    const { at, folder } = await copyOfNight()
    await rm(join(folder, 'secrets', 'journal.key'))
    await expect(verify(at)).rejects.toThrow('journal.key')
    expect(await readdir(join(folder, 'secrets'))).not.toContain('journal.key')
    await expect(verify({ ...at, folder: join(base, 'nowhere') })).rejects.toThrow('nowhere')
  })
})

describe('repair', () => {
  it('waits until the hub is stopped, and cuts no sound line unasked', async () => {
    const { at, folder, first } = await copyOfNight()
    // On a busy machine what came after one another may have been written together, and is cut together.
    const lines = (await readFile(first, 'utf8')).split('\n')
    const to = 1 + lines.findIndex((line, place) => place >= 3 && line.includes('"left":0'))
    const lock = await acquireLock({ files, folder: join(folder, 'lock'), ids: createIds() })
    await expect(repair(at, { to, evenSound: true })).rejects.toThrow('stop it first')
    await lock.release()
    await expect(repair(at, { to, evenSound: false })).rejects.toThrow('--even-sound')
    expect(await verify(at)).toBe(0)
    expect(await readdir(join(folder, 'lock'))).toEqual([])
  })

  it('leaves a house that opens, goes on, and is sound', async () => {
    const { at, folder, first } = await copyOfNight()
    const text = (await readFile(first)).toString('utf8')
    const placed = text.split('\n').findLastIndex(line => line.includes('OrderPlaced'))
    await writeFile(
      first,
      text.replace(text.split('\n')[placed] ?? '?', line => line.replace('OrderPlaced', 'OrderPlacee')),
    )
    await expect(repair(at, { to: placed + 1, evenSound: false })).rejects.toThrow(`#${placed}`)
    expect(await repair(at, { to: placed, evenSound: false })).toBe(0)
    expect(await verify(at)).toBe(0)
    const hub = await createServedHub(folder)
    expect(hub.served.hub.seq).toBe(placed)
    await hub.stop()
    expect(await verify(at)).toBe(0)
  })
})

describe('print', () => {
  it('shows what happened, by visit, kind and time, and nobody’s name', async () => {
    const { at, said, folder } = await copyOfNight()
    await printAll(at, all)
    const whole = said.splice(0)
    expect(whole[0]).toMatch(/^#1 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/)
    const visit = /VisitOpened visit=(\S+)/.exec(whole.join('\n'))?.[1]
    await printAll(at, { ...all, visit })
    const ofVisit = said.splice(0)
    expect(ofVisit.length).toBeGreaterThan(2)
    expect(ofVisit.length).toBeLessThan(whole.length)
    await printAll(at, { ...all, type: 'OrderPlaced' })
    expect(said.splice(0).every(text => text.includes('OrderPlaced'))).toBe(true)
    await printAll(at, { ...all, until: '2020-01-01' })
    expect(said).toEqual([])
    const people = (await readFile(join(folder, 'members/m1.json'))).toString('utf8')
    const told = [...people.matchAll(/"(?:name|called|number)":"([^"]{2,})"/g)].map(([, word]) => word ?? '')
    expect(told.length).toBeGreaterThan(5)
    for (const word of told) expect(whole.join('\n')).not.toContain(word)
  })
})

describe('what was asked', () => {
  it('is read, and refused in words', () => {
    expect(readOptions(['repair', '--to', '12'], {})).toMatchObject({ command: 'repair', to: 12, evenSound: false })
    expect(readOptions(['verify', 'twice'], {})).toMatchObject({ command: 'help' })
    expect(() => readOptions(['repair', '--to', 'x'], {})).toThrow('--to x')
    expect(instantIn('2026-11-20 21:30', 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T13:30Z'))
    expect(instantIn('2026-11-20T13:30Z', 'Asia/Shanghai')).toBe(Date.parse('2026-11-20T13:30Z'))
    expect(() => instantIn('gestern', 'Asia/Shanghai')).toThrow('gestern')
  })
})
