/** A simulated device that stays longer than its token is good for. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createManualClock } from '../../hub/system/manual-clock.testing.ts'
import { seedDemo } from '../demo/seed.ts'
import { claimDevice } from '../lib/device-client.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { createLink } from './link.ts'
import { keepPaired } from './pair-cast.ts'
import { createTally } from './tally.ts'

const files = createNodeFiles()
const minute = 60_000
const day = 1440 * minute
const wait = { timeout: 20_000, interval: 50 }
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

it('is given a new token each day, keeps it before it shows it, and is nobody’s copy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-renew-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  const clock = createManualClock()
  await seedDemo({ files, folder, now: clock.now(), members: 1, history: 'none', occupied: 0 })
  const hub = await createServedHub(folder, clock)
  stops.push(() => hub.stop())
  const { origin } = hub
  const device = 'd1-panelv06'
  // By a link of its own it is no device of the demo any more.
  const token = await claimDevice(origin, device, hub.served.links.mint({ device, ttlMs: 60_000 }))
  const keep = vi.fn(() => Promise.resolve())
  const failed = vi.fn()
  const link = createLink({ origin, tally: createTally(), tokens: { keep, failed } }, 'panel', { device, token })
  stops.push(() => link.close())
  await vi.waitFor(() => expect(link.live).toBe(true), wait)

  await clock.turn(day + 1)
  await vi.waitFor(() => expect(keep).toHaveBeenCalledOnce(), wait)
  expect(keep).not.toHaveBeenCalledWith({ device, token })
  await hub.restart()
  await vi.waitFor(() => expect(link.live).toBe(true), wait)
  // It came back with the new one, and still shows it when any browser would have written it down: what was before is over.
  await clock.turn(15 * minute)
  await vi.waitFor(() => expect(hub.served.devices.find(device)?.tokens[0]).toHaveProperty('usedAt'), wait)
  expect(hub.served.devices.find(device)?.revoked).toBe(false)
  expect(failed).not.toHaveBeenCalled()
  expect(hub.errors()).toEqual([])
}, 60_000)

it('keeps the new tokens of all that are due at once in the one file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-renew-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  const rooms = Array.from({ length: 20 }, (_, index) => `r${index}`)
  const devices = Object.fromEntries(rooms.map(room => [`panel/${room}`, { device: `d1-${room}`, token: 'old' }]))
  await files.makeFolder(join(folder, 'secrets'))
  await files.replace(join(folder, 'secrets/simulation.json'), JSON.stringify({ staff: 'st1', devices }))
  const keep = keepPaired(files, folder)
  await Promise.all(rooms.map(room => keep({ device: `d1-${room}`, token: `new-${room}` })))
  const kept: unknown = JSON.parse(String(await files.read(join(folder, 'secrets/simulation.json'))))
  expect(kept).toEqual({
    staff: 'st1',
    devices: Object.fromEntries(rooms.map(room => [`panel/${room}`, { device: `d1-${room}`, token: `new-${room}` }])),
  })
})
