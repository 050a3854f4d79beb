/** From starting the program to its first 200, and to the first whole view on a panel, with few members and with many. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadSongs } from '../demo/songs/load-songs.ts'
import { connectDevice } from '../lib/device-client.ts'
import { freePort, launchHub, startHub } from './child.ts'
import type { Figure } from './figure.ts'
import { openRooms } from './open-house.ts'
import { turns } from './schedule.ts'
import { spreadOf } from './statistics.ts'
import type { Bench } from './taps/measure-taps.ts'
import { type House, makeHouse, panelOf } from './venue.ts'

const section = '开机 from start, in a house of 40 rooms, all open'
const rooms = 40

interface Start {
  readonly healthyMs: number
  readonly shownMs: number
}

export async function measureStarts({ folder, scale, progress }: Bench): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const houses: { readonly members: number; readonly house: House; readonly starts: Start[] }[] = []
  for (const members of scale.members) {
    progress(`${members} members`)
    const house = await makeHouse({ folder: join(folder, `${members}`), rooms, members, songs: loadSongs() })
    // The first evening: what is spelled once is spelled, and the next start finds a checkpoint.
    const hub = await startHub({ folder: house.folder })
    await openRooms(house, hub.origin)
    await hub.stop()
    houses.push({ members, house, starts: [] })
  }
  for (let repetition = 0; repetition < scale.repetitions; repetition++) {
    for (const { house, starts } of turns(houses, repetition)) starts.push(await start(house))
    progress(`${repetition + 1}/${scale.repetitions}`)
  }
  return (['healthyMs', 'shownMs'] as const).flatMap(what => {
    const of = (starts: readonly Start[]) => spreadOf(starts.map(one => [one[what] / 1000])).p50
    const [few, many] = houses
    if (!few || !many) return []
    const figure = (one: typeof few): Figure => ({
      section,
      name: `${count(one.members)} members  ${what === 'healthyMs' ? 'first 200 on /healthz' : 'first whole view on a panel'}`,
      value: of(one.starts),
      unit: 's',
      samples: one.starts.length,
    })
    return [figure(few), { ...figure(many), beside: { what: `${count(few.members)} members`, value: of(few.starts) } }]
  })
}

async function start({ folder, tokens }: House): Promise<Start> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const device = panelOf(0)
  const since = performance.now()
  const hub = launchHub({ folder, port })
  hub.announced.catch(() => undefined)
  try {
    await untilTrue(async () => (await fetch(`${origin}/healthz`)).status === 200)
    const healthyMs = performance.now() - since
    await untilTrue(async () => {
      const panel = await connectDevice({ origin, device, token: tokens[device] ?? '' })
      panel.close()
      return true
    })
    return { healthyMs, shownMs: performance.now() - since }
  } finally {
    await hub.stop()
  }
}

const everyMs = 5
const patienceMs = 120_000

/** A refused connection is an answer too: not yet. */
async function untilTrue(ask: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + patienceMs
  for (;;) {
    const yes = await ask().catch(error => {
      if (performance.now() > until) throw error
      return false
    })
    if (yes) return
    await pause(everyMs)
  }
}

const count = (number: number): string => number.toLocaleString('en')
