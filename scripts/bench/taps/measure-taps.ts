/** From a tap on a panel to its event on a console, durable: the hub beside a bare relay, and one that syncs each message. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSongs } from '../../demo/songs/load-songs.ts'
import { runInClients, startHub, startRelay } from '../child.ts'
import type { Figure } from '../figure.ts'
import { openRooms } from '../open-house.ts'
import type { Scale } from '../options.ts'
import { framesOfATap } from '../shown-frames.ts'
import { steadyDrinks } from '../steady-drinks.ts'
import { makeHouse } from '../venue.ts'
import { type TapJob, TapResult } from './job.ts'
import { nameOf, tapFigures } from './tap-figures.ts'

export interface Bench {
  /** For data, on the disk that the hub's would be on. */
  readonly folder: string
  readonly scale: Scale
  readonly profile?: string | undefined
  readonly progress: (word: string) => void
}

export async function measureTaps({ folder, scale, profile, progress }: Bench): Promise<Figure[]> {
  const rooms = Math.max(...scale.taps.map(({ panels }) => panels))
  progress(`${rooms} rooms`)
  await mkdir(folder, { recursive: true })
  const house = await makeHouse({ folder: join(folder, 'house'), rooms, members: 1000, songs: loadSongs() })
  const hub = await startHub({ folder: house.folder, profile })
  const relay = await startRelay()
  const synced = await startRelay({ keeping: { way: 'synced', file: join(folder, 'relayed') } })
  const running = [hub, relay, synced]
  try {
    await openRooms(house, hub.origin)
    const shown = join(folder, 'shown.json')
    await writeFile(shown, JSON.stringify(await framesOfATap(house, hub.origin)))
    const showing = await startRelay({ keeping: { way: 'together', file: join(folder, 'shown'), shown } })
    running.push(showing)
    const origins = { hub: hub.origin, relay: relay.origin, synced: synced.origin, showing: showing.origin }
    const drinks = steadyDrinks()
    const figures: Figure[] = []
    for (const { panels, perSecond, ms } of scale.taps) {
      const { repetitions, warmUpMs, syncs } = scale
      const job: TapJob = {
        origins,
        synced: join(folder, 'synced'),
        tokens: house.tokens,
        drinks,
        panels,
        perSecond,
        repetitions,
        ms,
        warmUpMs,
        syncs,
      }
      const result = await runInClients(job, TapResult, word => progress(`${nameOf(panels, perSecond)}  ${word}`))
      if (result.refused + result.lost > 0)
        throw new Error(`${panels} panels: ${result.refused} taps were refused, ${result.lost} no console heard of`)
      figures.push(...tapFigures(nameOf(panels, perSecond), result))
    }
    return figures
  } finally {
    for (const one of running) await one.stop()
  }
}
