/** From a tap on a panel to its event on a console, durable: the hub beside a bare relay, and one that syncs each message. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { demoMenu } from '../../demo/menu/menu.ts'
import { loadSongs } from '../../demo/songs/load-songs.ts'
import { runInClients, startHub, startRelay } from '../child.ts'
import type { Figure } from '../figure.ts'
import { openRooms } from '../open-house.ts'
import type { Scale } from '../options.ts'
import { spreadOf } from '../statistics.ts'
import { makeHouse } from '../venue.ts'
import { type TapJob, TapResult } from './job.ts'
import type { Drink } from './tap-plan.ts'

export interface Bench {
  /** For data, on the disk that the hub's would be on. */
  readonly folder: string
  readonly scale: Scale
  readonly profile?: string | undefined
  readonly progress: (word: string) => void
}

/** DESIGN: at most twice a bare relay in the middle, and hardly more than the disk itself at the end. */
const bars = { p50: 2, p99: 1.25 } as const
/** Of fewer taps in a repetition the 99th percentile is the slowest one: shown, not judged. */
const tapsForP99 = 400

const section = '点一下 → 中控台 tap on a panel → event on a console, durable'

export async function measureTaps({ folder, scale, profile, progress }: Bench): Promise<Figure[]> {
  const rooms = Math.max(...scale.taps.map(({ panels }) => panels))
  progress(`${rooms} rooms`)
  await mkdir(folder, { recursive: true })
  const house = await makeHouse({ folder: join(folder, 'house'), rooms, members: 1000, songs: loadSongs() })
  const running = [
    await startHub({ folder: house.folder, profile }),
    await startRelay(),
    await startRelay({ keeping: { way: 'synced', file: join(folder, 'relayed') } }),
  ] as const
  const [hub, relay, synced] = running
  try {
    await openRooms(house, hub.origin)
    const origins = { hub: hub.origin, relay: relay.origin, synced: synced.origin }
    const drinks = steadyDrinks()
    const figures: Figure[] = []
    for (const { panels, perSecond, ms } of scale.taps) {
      const { repetitions, warmUpMs } = scale
      const job: TapJob = { origins, tokens: house.tokens, drinks, panels, perSecond, repetitions, ms, warmUpMs }
      const result = await runInClients(job, TapResult, word => progress(`${nameOf(panels, perSecond)}  ${word}`))
      if (result.refused + result.lost > 0)
        throw new Error(`${panels} panels: ${result.refused} taps were refused, ${result.lost} no console heard of`)
      figures.push(...figuresOf(nameOf(panels, perSecond), result))
    }
    return figures
  } finally {
    for (const one of running) await one.stop()
  }
}

const nameOf = (panels: number, perSecond: number): string =>
  `${panels} ${panels === 1 ? 'panel' : 'panels'} × ${perSecond / panels} tap/s`

function figuresOf(name: string, result: TapResult): Figure[] {
  const hub = spreadOf(result.hub)
  const relay = spreadOf(result.relay)
  const synced = spreadOf(result.synced)
  const figure = (which: 'p50' | 'p99', what: string, beside: { p50: number; p99: number }): Figure => ({
    section,
    name: `${name}  ${which}`,
    value: hub[which],
    unit: 'ms',
    beside: { what, value: beside[which] },
    samples: hub.samples,
  })
  const bare = 'bare relay'
  const durable = 'bare relay + fdatasync'
  return [
    { ...figure('p50', bare, relay), atMost: bars.p50 },
    figure('p50', durable, synced),
    figure('p99', bare, relay),
    { ...figure('p99', durable, synced), ...((result.hub[0]?.length ?? 0) >= tapsForP99 && { atMost: bars.p99 }) },
  ]
}

/** Drinks that cost the same at every hour and in every room, and need no choice. */
const steadyDrinks = (): Drink[] =>
  demoMenu.items
    .filter(({ again, price, prices, components }) => again && price < 30_000 && !prices.length && !components.length)
    .slice(0, 24)
    .map(({ id, price }) => ({ item: id, price }))
