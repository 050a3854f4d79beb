import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { wallRoom } from '../demo/devices.ts'
import { type DemoKeys, loadDemoKeys } from '../demo/keys.ts'
import { seedDemo } from '../demo/seed.ts'
import { connectDevice } from '../lib/device-client.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { demoCast } from './cast.ts'
import { startEvening } from './evening.ts'
import { readRegulars } from './regulars.ts'

const files = createNodeFiles()
const wait = { timeout: 120_000, interval: 200 }
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function demoHouse(now: number, occupied: number) {
  const folder = await mkdtemp(join(tmpdir(), 'changming-evening-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  await seedDemo({ files, folder, now, members: 60, history: 'none', occupied })
  const hub = await createServedHub(folder)
  stops.push(() => hub.stop())
  const keys = await loadDemoKeys(files, folder)
  if (!keys) throw new Error('the demo has no keys')
  const manager = async () => {
    const token = keys.tokens['d1-manager'] ?? ''
    const client = await connectDevice({ origin: hub.origin, device: 'd1-manager', token })
    await client.command({ type: 'SignIn', staff: 'st1-zhou', pin: pinOf(keys, 'st1-zhou') })
    stops.push(() => client.close())
    return client
  }
  return { hub, manager, cast: demoCast(keys, await readRegulars(files, folder)) }
}

const pinOf = ({ pins }: DemoKeys, staff: string): string => pins.find(one => one.staff === staff)?.pin ?? ''

it('fills a house, and guests sing, drink, call and are answered, through a restart, as only bugs would hinder', async () => {
  const { hub, manager, cast } = await demoHouse(Date.now(), 0)
  const failed = vi.fn()
  const evening = startEvening({ origin: hub.origin, cast, speed: 60, seed: 'test', failed })
  stops.push(() => evening.stop())

  await vi.waitFor(() => expect(evening.rooms()?.occupied).toBeGreaterThanOrEqual(20), wait)
  await vi.waitFor(() => {
    const { orders, delivered, resolved, songs, queued, closed, cards } = evening.tally.counts
    expect(orders).toBeGreaterThan(5)
    expect(delivered).toBeGreaterThan(2)
    expect(resolved).toBeGreaterThan(2)
    expect(queued).toBeGreaterThan(10)
    expect(songs).toBeGreaterThan(10)
    expect(cards).toBeGreaterThan(0)
    expect(closed).toBeGreaterThan(0)
  }, wait)

  await hub.restart()
  const { songs } = evening.tally.counts
  await vi.waitFor(() => expect(evening.tally.counts.songs).toBeGreaterThan(songs), wait)
  expect(evening.tally.unexpected()).toEqual([])
  expect(failed).not.toHaveBeenCalled()
  expect(hub.errors()).toEqual([])

  // Nobody but a newcomer opens the room on the wall.
  const { slice } = await manager()
  expect(slice(`room/${wallRoom}`)).toMatchObject({ id: wallRoom })
  expect(slice(`room/${wallRoom}`)).not.toHaveProperty('visit')
}, 300_000)

it('clears out what yesterday left, before and beside the parties of today', async () => {
  const yesterday = Date.now() - 24 * 60 * 60_000
  const { hub, manager, cast } = await demoHouse(yesterday, 0.2)
  const console = await manager()
  const openedBefore = () => {
    const visits = [...console.slices('visit/').values()].map(visit =>
      v.parse(v.object({ openedAt: v.number() }), visit),
    )
    return visits.filter(({ openedAt }) => openedAt <= yesterday).length
  }
  await vi.waitFor(() => expect(openedBefore()).toBe(8), wait)
  // As slowly as life: whoever came today would not leave for a long time.
  const evening = startEvening({ origin: hub.origin, cast, speed: 1, seed: 'test', failed: vi.fn() })
  stops.push(() => evening.stop())
  await vi.waitFor(() => expect(openedBefore()).toBe(0), wait)
  expect(evening.tally.unexpected()).toEqual([])
}, 300_000)
