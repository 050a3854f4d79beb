/** A house to take pictures of: the demo venue on a Saturday night, a real hub, and a clock that can be turned and stopped. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { createNoCashier } from '../../hub/cashier/none.ts'
import { serve } from '../../hub/serve.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { createIds } from '../../hub/system/ids.ts'
import { createToldClock } from '../../hub/system/told-clock.ts'
import { createThreadDirectory } from '../../hub/worker/thread-directory.ts'
import { type DemoKeys, loadDemoKeys } from '../demo/keys.ts'
import { demoMembers } from '../demo/members/demo-members.ts'
import { seedDemo } from '../demo/seed.ts'

/** Saturday 2026-11-21, 20:48 in Chengdu. */
const saturday = Date.UTC(2026, 10, 21, 12, 48)

const flowMs = 100
/** The first members of the demo are in no room when the evening begins. */
const strangers = 30

export interface House {
  readonly origin: string
  readonly folder: string
  readonly keys: DemoKeys
  now(): number
  /** The hub's evening goes on by `ms` at once, beside flowing as time does. */
  turn(ms: number): Promise<void>
  /** Runs `act` while the evening stands still but for its own turns. */
  standing<T>(act: () => Promise<T>): Promise<T>
  /** Cards of members who are not in the house yet and like to be sung in, Mr Wang's not among them. */
  readonly guestCards: readonly string[]
  /** A one-time link that pairs the page of `device`, and signs the owner in on a console without a station. */
  link(device: string): string
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const files = createNodeFiles()
  const folder = await mkdtemp(join(tmpdir(), 'changming-shots-'))
  await seedDemo({ files, folder, now: saturday })
  const keys = await loadDemoKeys(files, folder)
  if (!keys) throw new Error('the demo venue has no keys')
  const clock = createToldClock(saturday)
  let turning = Promise.resolve()
  const turn = (ms: number): Promise<void> => {
    // One after the other: a turn under way knows where it ends.
    turning = turning.then(() => clock.turn(ms))
    return turning
  }
  let flows = true
  let flowing = false
  const flow = setInterval(() => {
    if (!flows || flowing) return
    // On a busy machine the evening goes slower, instead of owing more and more.
    flowing = true
    void turn(flowMs).then(() => {
      flowing = false
    })
  }, flowMs)
  const log = pino({ level: 'error' }, pino.destination(2))
  const { hub, links, origin, stop } = await serve({
    files,
    clock,
    ids: createIds(),
    cashier: createNoCashier(),
    directory: catalogue =>
      createThreadDirectory({
        catalogue,
        script: new URL('../hub/worker.js', import.meta.url),
        folder,
        died: error => log.fatal({ err: error }, 'the worker thread ended'),
      }),
    log,
    folder,
    host: '127.0.0.1',
    port: 0,
    listening: { to: 'loopback' },
    web: fileURLToPath(new URL('../web', import.meta.url)),
    version: 'shots',
  })
  return {
    origin,
    folder,
    keys,
    guestCards: demoMembers({ count: strangers, today: saturday, history: 'none' })
      .map(({ member }) => member)
      .filter(({ welcome, discreet, blocked, called }) => welcome && !discreet && !blocked && called !== '王总')
      .flatMap(({ cards }) => cards.filter(card => !card.blocked).map(({ number }) => number)),
    now: clock.now,
    turn,
    async standing(act) {
      flows = false
      try {
        return await act()
      } finally {
        flows = true
      }
    },
    link(device) {
      const row = hub.devices.find(device)
      const staff = row?.kind === 'console' && row.station === undefined ? hub.firstOwner : undefined
      return links.mint({ device, ttlMs: 3_600_000, ...(staff !== undefined && { staff }) })
    },
    async close() {
      clearInterval(flow)
      await turning
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
