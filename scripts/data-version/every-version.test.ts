/** Houses as older hubs left them, on an evening with guests: each is opened by this hub, and an older one stays as it was, too. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bringUpToDate, dataVersion, versionFile } from '../../hub/data-version/data-version.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { sayWhyNot } from '../../hub/operations/say-why-not.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createLocalDirectory } from '../../hub/worker/local-directory.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'

const files = createNodeFiles()
const Line = v.pipe(v.string(), v.parseJson(), v.strictObject({ path: v.string(), text: v.string() }))
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-version-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** As the hub of that version left it. */
async function unpack(version: number): Promise<ReadonlyMap<string, string>> {
  const held = await readFile(new URL(`fixtures/version-${version}.jsonl`, import.meta.url), 'utf8')
  const parts = new Map(
    held
      .trim()
      .split('\n')
      .map(line => v.parse(Line, line))
      .map(({ path, text }) => [path, text]),
  )
  for (const [path, text] of parts) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return parts
}

async function contentOf(under: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(under, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const own = paths.map(path => relative(under, path)).filter(path => !path.startsWith('.before') && path !== 'lock')
  return new Map(await Promise.all(own.map(async path => [path, await readFile(join(under, path), 'utf8')] as const)))
}

const versions = Array.from({ length: dataVersion }, (_, at) => at + 1)

describe.each(versions)('a house of data version %i', version => {
  it('goes on with its parties, songs, calls and members; what was there before stays as a copy', async () => {
    const before = await unpack(version)
    const raised = await bringUpToDate(files, folder)
    if (version === dataVersion) expect(raised).toBeUndefined()
    else {
      expect(raised).toMatchObject({ from: version })
      expect(await contentOf(raised?.copy ?? '')).toEqual(before)
    }
    expect(JSON.parse(await readFile(join(folder, versionFile), 'utf8'))).toEqual({ version: dataVersion })
    // Nothing is left to do.
    expect(await bringUpToDate(files, folder)).toBeUndefined()

    const hub = await createServedHub(folder)
    const seen = async () => {
      const { served } = hub
      const slices = new Map<string, unknown>()
      const client = {
        send: ({ put }: { put: readonly (readonly [string, unknown])[] }) => {
          for (const [key, value] of put) slices.set(key, value)
        },
        health: () => undefined,
        join: () => undefined,
      }
      const device = served.hub.allDevices().find(({ kind, station }) => kind === 'console' && !station)?.id ?? ''
      const staff = served.hub.firstOwner ?? ''
      await served.hub.openSession(device, staff)
      const session = served.hub.sessionOf(device)?.session ?? ''
      served.hub.attach({ kind: 'staff', device, session, staff, role: 'owner' }, client, {})()
      const count = (kind: string) => [...slices.keys()].filter(key => key.startsWith(`${kind}/`)).length
      return { visits: count('visit'), calls: count('request'), rooms: count('room') }
    }
    try {
      const house = { visits: 3, calls: 3, rooms: 3 }
      expect(await seen()).toEqual(house)
      await hub.restart()
      expect(await seen()).toEqual(house)
      expect(hub.errors()).toEqual([])
    } finally {
      await hub.stop()
    }
    const documents = () => createLowdbDocuments({ files, folder })
    const directory = createLocalDirectory({ documents, files, folder })
    const [card = ''] = cardsIn(before.get('members/m1.json') ?? '')
    expect(await directory.identify('card', card)).toMatchObject({ member: expect.stringMatching(/^m1-/) })
    await directory.close()
  }, 30_000)
})

const cardsIn = (shard: string): string[] =>
  [...shard.matchAll(/"number":"([^"]+)"/g)].map(([, number]) => number ?? '')

it('is brought up again from where it was interrupted, and the copy stays that of the beginning', async () => {
  const before = await unpack(1)
  let writes = 0
  const breaking = {
    ...files,
    async replace(path: string, content: string | Uint8Array) {
      if (++writes > 1) throw new Error('the power failed')
      await files.replace(path, content)
    },
  }
  await expect(bringUpToDate(breaking, folder)).rejects.toThrow('the power failed')
  expect(await readdir(folder)).not.toContain(versionFile)
  const raised = await bringUpToDate(files, folder)
  expect(await contentOf(raised?.copy ?? '')).toEqual(before)
})

it('leaves the house as it is where nobody can look whether the copy of its beginning is there', async () => {
  await unpack(1)
  const copy = join(folder, '.before-version-2')
  // A name that leads back to itself: no failing disk is at hand, and root may look into every folder.
  await symlink(copy, copy)
  await expect(bringUpToDate(files, folder)).rejects.toMatchObject({ code: 'unreadable', path: copy })
  expect(await readdir(folder)).not.toContain('staged')
})

it('refuses a newer house with words, and leaves every byte as it is', async () => {
  await unpack(dataVersion)
  await writeFile(join(folder, versionFile), JSON.stringify({ version: dataVersion + 1, and: 'more' }))
  const before = await contentOf(folder)
  const refused = await bringUpToDate(files, folder).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'newer-version' })
  expect(await contentOf(folder)).toEqual(before)
  const said: string[] = []
  const { error } = console
  console.error = line => void said.push(String(line))
  await sayWhyNot(refused, { folder, host: '127.0.0.1', port: 8080 })
  console.error = error
  expect(said.join('\n')).toMatch(/version\.json.*新版本[\s\S]*newer version/)
})

it('makes nothing of a folder without a house, and refuses one that says nonsense of itself', async () => {
  expect(await bringUpToDate(files, folder)).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
  await writeFile(join(folder, versionFile), '{"version":0}')
  await expect(bringUpToDate(files, folder)).rejects.toMatchObject({ code: 'unreadable' })
})
