/**
 * A house for one journey: the demo venue in a folder of its own, a real hub on a free port, browsers with a clock of
 * their own, and the hands of guests. `test` gives every journey a fresh one.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, type Page } from 'playwright/test'
import * as v from 'valibot'
import type { JournalLine } from '../../hub/ports.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { Announced } from '../start/announced.ts'
import { evening } from './evening.ts'

const root = join(import.meta.dirname, '../..')

const Keys = v.object({
  pins: v.array(v.object({ staff: v.string(), name: v.string(), role: v.string(), pin: v.string() })),
  tokens: v.record(v.string(), v.string()),
  card: v.string(),
  code: v.string(),
})

export interface House {
  readonly origin: string
  readonly keys: v.InferOutput<typeof Keys>
  /** Opens the page of a demo device, known by its token; a context of its own unless one is given. */
  open(
    device: string,
    how?: {
      context?: BrowserContext
      locale?: string
      viewport?: { width: number; height: number }
      /** Its own clock is wrong by so much, ms. */
      clockAhead?: number
    },
  ): Promise<Page>
  /** A device played by the test itself, on a real socket. */
  play(device: string): Promise<DeviceClient>
  /**
   * Turns the hub's clock and that of every page, which costs them their links: their hub has not been heard for so long.
   * Of `only` these pages, if given; the others go on, and hear the hour with the hub's next word.
   */
  turn(ms: number, only?: readonly Page[]): Promise<void>
  /** While it acts, time passes on the pages only as it is turned: its fingers are equally fast on any machine. */
  paced(act: () => Promise<void>): Promise<void>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** The hub's next write to its journal kills it. Resolves when told, not when dead. */
  dieBeforeSync(): Promise<void>
  /** When the hub ended by itself. */
  died(): Promise<void>
  /** The process that is the hub now. */
  pid(): number | undefined
  /** Starts it again on the same folder and port. */
  start(): Promise<void>
  /** All that it ever wrote, its chain verified; the hub must be gone. */
  journal(): Promise<JournalLine<unknown>[]>
}

/** Before fingers are paced everybody rests so long. */
const restMs = 1000

export const test = base.extend<{ house: House }>({
  house: async ({ browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'changming-journey-'))
    await cp(join(root, '.cache/journeys-venue'), folder, { recursive: true })
    const keys = v.parse(Keys, JSON.parse(await readFile(join(folder, 'secrets/demo.json'), 'utf8')))
    const pages = new Set<Page>()
    const contexts = new Set<BrowserContext>()
    const clients = new Set<DeviceClient>()
    let hub = await startHub(folder, 0, evening)
    const { origin } = hub.announced
    let turned = 0
    const startedAt = performance.now()
    // The browsers' clocks and a restarted hub's go on from where the house's evening is.
    const hubTime = () => Math.round(evening + turned + performance.now() - startedAt)
    /** Resolves when it has heard: what is tapped next may get there sooner than what it was told. */
    const tellHub = async (told: { tell: 'turn'; ms: number } | { tell: 'die-before-sync' }) => {
      const { child, gone } = hub
      const heard = new Promise<void>(done => child.once('message', () => done()))
      child.send(told)
      await Promise.race([heard, gone])
    }
    const turnHub = async (ms: number) => {
      turned += ms
      // A dead hub starts at the hour it then is.
      if (hub.child.connected) await tellHub({ tell: 'turn', ms })
    }

    await use({
      origin,
      keys,
      async open(device, how = {}) {
        const context =
          how.context ??
          (await browser.newContext({
            locale: how.locale ?? 'zh-CN',
            viewport: how.viewport ?? { width: 1280, height: 800 },
          }))
        contexts.add(context)
        const page = await context.newPage()
        pages.add(page)
        page.on('close', () => pages.delete(page))
        await context.addCookies([
          { name: `cm-${device}`, value: keys.tokens[device] ?? '', url: origin, httpOnly: true, sameSite: 'Strict' },
        ])
        await page.clock.install({ time: hubTime() + (how.clockAhead ?? 0) })
        const kind =
          hub.announced.links.find(link => link.device === device)?.surface ??
          (device.startsWith('d1-panel') ? 'panel' : 'console')
        await page.goto(`${origin}/${kind}/${device}`)
        return page
      },
      async play(device) {
        const client = await connectDevice({ origin, device, token: keys.tokens[device] ?? '', reconnection: true })
        clients.add(client)
        return client
      },
      async turn(ms, only = [...pages]) {
        await Promise.all([turnHub(ms), ...only.map(page => page.clock.fastForward(ms))])
      },
      async paced(act) {
        // A page's clock may be a little ahead of ours, and cannot be stopped in its past.
        await turnHub(restMs)
        await Promise.all([...pages].map(page => page.clock.pauseAt(hubTime())))
        await act()
        for (const page of pages) {
          await page.clock.pauseAt(hubTime())
          await page.clock.resume()
        }
      },
      async kill() {
        hub.child.kill('SIGKILL')
        await hub.gone
      },
      dieBeforeSync: () => tellHub({ tell: 'die-before-sync' }),
      died: () => hub.gone,
      pid: () => hub.child.pid,
      async start() {
        hub = await startHub(folder, Number(new URL(origin).port), hubTime())
      },
      journal: () => readWholeJournal(folder),
    })

    for (const client of clients) client.close()
    for (const context of contexts) await context.close()
    if (hub.child.exitCode === null && hub.child.signalCode === null) hub.child.kill('SIGKILL')
    await hub.gone
    await rm(folder, { recursive: true, force: true })
  },
})

interface RunningHub {
  readonly child: ChildProcess
  readonly announced: Announced
  readonly gone: Promise<void>
}

function startHub(folder: string, port: number, epoch: number): Promise<RunningHub> {
  const child = fork(join(root, 'dist/scripts/e2e-hub.js'), {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), EPOCH: String(epoch) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  return new Promise((started, failed) => {
    child.once('message', message => started({ child, announced: v.parse(Announced, message), gone }))
    child.once('exit', code => failed(new Error(`the hub ended with ${code} before it listened`)))
  })
}
