import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
import { demoStaff } from '../demo/staff.ts'
import { createServedHub, type ServedHub } from '../lib/served-hub.testing.ts'
import { startEvening } from '../simulate/evening.ts'
import { loadPairedCast, pairCast } from '../simulate/pair-cast.ts'
import { readRegulars } from '../simulate/regulars.ts'
import { defaultClasses } from './plan.ts'
import { writeVenue } from './write.ts'

const files = createNodeFiles()
const pin = '271828'
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function ownVenue(starter: boolean): Promise<{ folder: string; hub: ServedHub }> {
  const folder = await mkdtemp(join(tmpdir(), 'changming-venue-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  const classes = defaultClasses.map(one => ({ ...one, floors: [{ floor: 2, rooms: 1 }] }))
  const plan = {
    name: '乐声KTV',
    city: '重庆',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans' as const,
    owner: '阿丽',
  }
  await writeVenue({
    files,
    folder,
    pin,
    now: Date.now(),
    plan: {
      ...plan,
      classes,
      starterMenu: starter,
      starterSongs: starter,
      songs: starter ? 'players' : 'none',
      cards: starter,
    },
  })
  const hub = await createServedHub(folder)
  stops.push(() => hub.stop())
  return { folder, hub }
}

it('lets in its owner and nobody else: none of the demo’s people, no device of it, no PIN but the one that was chosen', async () => {
  const { folder, hub } = await ownVenue(true)
  const rows = JSON.stringify(JSON.parse(String(await files.read(join(folder, 'staff/st1.json')))))
  expect(rows.match(/"role":/g)).toHaveLength(1)
  expect(rows).toContain('阿丽')
  expect(demoStaff.filter(({ id, name }) => rows.includes(id) || rows.includes(name.zhHans))).toEqual([])
  expect(hub.served.hub.allDevices().every(({ tokens }) => tokens.length === 0)).toBe(true)
  expect(await files.read(join(folder, 'secrets/demo.json'))).toBeUndefined()
})

it('is one that the hub opens, whose owner pairs what the simulation plays on, and where an evening begins', async () => {
  const { folder, hub } = await ownVenue(true)
  const { origin } = hub
  expect(hub.served.hub.demo).toBe(false)
  const devices = hub.served.hub.allDevices()
  expect(devices.map(({ kind, station }) => station ?? kind)).toEqual(
    expect.arrayContaining(['kiosk', 'console', 'bar', 'panel']),
  )
  expect(devices.every(({ tokens }) => tokens.length === 0)).toBe(true)

  const owner = hub.served.hub.firstOwner
  const console = devices.find(({ kind, station }) => kind === 'console' && station === undefined)
  if (!owner || !console) throw new Error('no owner, or no console for them')
  const secret = hub.served.links.mint({ device: console.id, staff: owner, ttlMs: 60_000 })
  const link = `${origin}/console/${console.id}#link=${secret}`
  const told = { progress: () => undefined, waiting: () => undefined }
  const regulars = await readRegulars(files, folder)
  const paired = await pairCast({ files, folder, origin, link, staff: '阿丽', pin, rooms: 2, ...told }, regulars)
  const cast = await loadPairedCast(files, folder, pin, regulars)
  expect(cast).toEqual(paired)
  expect(String(await files.read(join(folder, 'secrets/simulation.json')))).not.toContain(pin)
  if (!cast) throw new Error('nothing was paired')
  expect(cast.panels.size).toBe(2)
  // The panels that were written down with their rooms, and no others beside them.
  const panels = hub.served.hub.allDevices().filter(({ kind }) => kind === 'panel')
  expect(panels).toHaveLength(4)
  expect(panels.filter(({ tokens }) => tokens.length === 1).map(({ room }) => room)).toEqual([...cast.panels.keys()])

  const failed = vi.fn()
  const evening = startEvening({ origin, cast, speed: 60, seed: 'own', rooms: 3, failed })
  stops.push(() => evening.stop())
  await vi.waitFor(
    () => {
      expect(evening.rooms()).toMatchObject({ inAll: 4 })
      expect(evening.rooms()?.occupied).toBeGreaterThanOrEqual(2)
      expect(evening.tally.counts.queued).toBeGreaterThan(0)
      expect(evening.tally.counts.orders).toBeGreaterThan(0)
    },
    { timeout: 120_000, interval: 200 },
  )
  expect(evening.tally.unexpected()).toEqual([])
  expect(failed).not.toHaveBeenCalled()
  expect(hub.errors()).toEqual([])
}, 300_000)

it('opens with an empty price list, and shows no songs where the rooms sing on a machine of their own', async () => {
  const { hub } = await ownVenue(false)
  const panel = hub.served.hub.allDevices().find(({ kind }) => kind === 'panel')
  if (panel?.room === undefined) throw new Error('no panel')
  const shown = new Map<string, unknown>()
  const ignore = () => undefined
  const send = ({ put }: ViewFrame) => {
    for (const [key, value] of put) shown.set(key, value)
  }
  const principal = { kind: 'panel', device: panel.id, room: panel.room } as const
  hub.served.hub.attach(principal, { send, health: ignore, join: ignore }, {})
  expect(shown.get('venue')).toMatchObject({ songs: false, demo: false })
  expect([...shown.keys()].filter(key => key.startsWith('item/'))).toEqual([])
  expect(hub.errors()).toEqual([])
})
