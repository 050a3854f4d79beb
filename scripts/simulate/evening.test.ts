import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { createClock } from '../../hub/clock.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { createNodeFiles } from '../../hub/files.ts'
import { createIds } from '../../hub/ids.ts'
import { type Served, serve } from '../../hub/serve.ts'
import { createPlayers } from '../../hub/song-system/players.ts'
import { createLocalDirectory } from '../../hub/worker/local-directory.ts'
import { wallRoom } from '../demo/devices.ts'
import { loadDemoKeys } from '../demo/keys.ts'
import { seedDemo } from '../demo/seed.ts'
import { connectDevice } from '../lib/device-client.ts'
import { demoCast } from './cast.ts'
import { type Evening, startEvening } from './evening.ts'
import { readRegulars } from './regulars.ts'

const files = createNodeFiles()
const log = { info: () => undefined, warn: () => undefined, error: vi.fn() }
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

interface House {
  readonly origin: string
  token(device: string): string
  /** Ends the hub and starts it again on the same folder and port. */
  restart(): Promise<void>
  start(): Promise<Evening>
}

async function demoHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'changming-evening-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  await seedDemo({ files, folder, now: Date.now(), members: 60, history: 'none', occupied: 0 })
  const documents = () => createLowdbDocuments({ files, folder })
  const hub = (port: number): Promise<Served> =>
    serve({
      files,
      folder,
      log,
      clock: createClock(),
      ids: createIds(),
      cashier: createNoCashier(),
      songSystem: createPlayers(),
      directory: () => createLocalDirectory({ documents: documents(), files, folder }),
      web: folder,
      version: 'test',
      host: '127.0.0.1',
      port,
    })
  let served = await hub(0)
  const { origin } = served
  stops.push(() => served.stop())
  const keys = await loadDemoKeys(files, folder)
  if (!keys) throw new Error('the demo has no keys')
  return {
    origin,
    async restart() {
      await served.stop()
      served = await hub(Number(new URL(origin).port))
    },
    token: device => keys.tokens[device] ?? '',
    async start() {
      const cast = demoCast(keys, await readRegulars(files, folder))
      const failed = vi.fn()
      const evening = startEvening({ origin, cast, speed: 60, seed: 'test', failed })
      stops.push(() => {
        evening.stop()
        expect(failed).not.toHaveBeenCalled()
      })
      return evening
    },
  }
}

it('fills a house, and guests sing, drink, call and are answered, through a restart, without a refusal that nobody can explain', async () => {
  const { origin, start, restart, token } = await demoHouse()
  const evening = await start()

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

  await restart()
  const { songs } = evening.tally.counts
  await vi.waitFor(() => expect(evening.tally.counts.songs).toBeGreaterThan(songs), wait)
  expect(evening.tally.unexpected()).toEqual([])
  expect(log.error).not.toHaveBeenCalled()

  const manager = await connectDevice({ origin, device: 'd1-manager', token: token('d1-manager') })
  stops.push(() => manager.close())
  // Nobody but a newcomer opens the room on the wall.
  expect(manager.slice(`room/${wallRoom}`)).toMatchObject({ id: wallRoom })
  expect(manager.slice(`room/${wallRoom}`)).not.toHaveProperty('visit')
}, 90_000)

const wait = { timeout: 60_000, interval: 200 }
