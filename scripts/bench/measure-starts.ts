/** From starting the program to its first 200, and to the first whole view on a panel, with nothing and with a full night. */
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadCheckpoint } from '../../hub/checkpoint/checkpoint.ts'
import { createNodeFiles } from '../../hub/system/files.ts'
import { loadSongs } from '../demo/songs/load-songs.ts'
import { connectDevice } from '../lib/device-client.ts'
import { freePort, launchHub, startEvening } from './child.ts'
import { eveningOf } from './evening/evening-of.ts'
import type { Figure } from './figure.ts'
import { turns } from './schedule.ts'
import { median } from './statistics.ts'
import type { Bench } from './taps/measure-taps.ts'
import { type House, makeHouse, panelOf } from './venue.ts'

const section = '开机 from start'
const rooms = 40
/** DESIGN's bars: here, and beside a house that has nothing. */
const bars = { seconds: 1, toNothing: 3 } as const

interface Start {
  readonly healthyMs: number
  readonly shownMs: number
}

interface Started {
  readonly house: House
  readonly end: 'stop' | 'kill'
  readonly starts: Start[]
}

export async function measureStarts({ folder, scale, profile, progress }: Bench): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const [, many] = scale.members
  const make = (name: string, members: number) =>
    makeHouse({ folder: join(folder, name), rooms, members, songs: loadSongs() })
  const nothing: Started = { house: await make('nothing', 0), end: 'stop', starts: [] }
  progress(`${count(many)} members`)
  const house = await make('killed', many)
  const left = await playNight(house, scale.night, progress)
  const killed: Started = { house, end: 'kill', starts: [] }
  const copy = join(folder, 'stopped')
  await cp(house.folder, copy, { recursive: true })
  const stopped: Started = { house: { ...house, folder: copy }, end: 'stop', starts: [] }

  // Once before it counts: what is spelled once is spelled, and whoever is stopped has stopped.
  for (const one of [nothing, killed, stopped]) await start(one)
  for (let repetition = 0; repetition < scale.repetitions; repetition++) {
    for (const one of turns([nothing, killed, stopped], repetition)) one.starts.push(await start(one, profile))
    progress(`${repetition + 1}/${scale.repetitions}`)
  }
  const how = `full: ${count(many)} members and ${count(left.seq)} lines of this night in the journal, ${count(left.lacking)} of them after the checkpoint, a party in each of ${rooms} rooms; nothing: as many rooms, never open, no members`
  return startFigures(how, nothing.starts, [
    { name: 'full, after kill -9', starts: killed.starts },
    { name: 'full, after a stop', starts: stopped.starts },
  ])
}

const guests = 600
/** Each room's party stays so long on the told clock, which shows about now when a hundred thousand lines were written. */
const stayMs = 4.5 * 60_000
const behindMs = 8 * 3_600_000
/** The hub writes a checkpoint every 5,000: a start that has to read less than this of the journal is no bad one. */
const lackingLeast = 4000

/** Until so many lines are in the journal, and most of what a start may ever have to read. Ends as when the lights go out. */
async function playNight(
  house: House,
  lines: number,
  progress: Bench['progress'],
): Promise<{ seq: number; lacking: number }> {
  const night = await startEvening(eveningOf(house, guests, behindMs))
  try {
    for (;;) {
      const { seq } = await night.play({ parties: rooms, atOnce: rooms, stayMs, apartMs: 0 })
      const lacking = seq - ((await loadCheckpoint(createNodeFiles(), join(house.folder, 'checkpoint.json')))?.seq ?? 0)
      progress(`${count(seq)} of ${count(lines)} lines`)
      if (seq >= lines && lacking >= lackingLeast) return { seq, lacking }
    }
  } finally {
    await night.kill()
  }
}

export function startFigures(
  how: string,
  nothing: readonly Start[],
  houses: readonly { readonly name: string; readonly starts: readonly Start[] }[],
): Figure[] {
  const of = (starts: readonly Start[], what: keyof Start) => median(starts.map(one => one[what])) / 1000
  const figure = (name: string, starts: readonly Start[], what: keyof Start): Figure => ({
    section,
    how,
    name: `${name}  ${what === 'healthyMs' ? 'first 200' : 'first whole view on a panel'}`,
    value: of(starts, what),
    unit: 's',
    samples: starts.length,
  })
  const beside = (what: keyof Start) => ({ what: 'with nothing', value: of(nothing, what) })
  return houses.flatMap(({ name, starts }) => {
    const healthy = figure(name, starts, 'healthyMs')
    return [
      { ...healthy, beside: { what: 'limit', value: bars.seconds }, atMost: 1 },
      { ...healthy, beside: beside('healthyMs'), atMost: bars.toNothing },
      { ...figure(name, starts, 'shownMs'), beside: beside('shownMs') },
    ]
  })
}

async function start({ house: { folder, tokens }, end }: Omit<Started, 'starts'>, profile?: string): Promise<Start> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const device = panelOf(0)
  const since = performance.now()
  const hub = launchHub({ folder, port, profile })
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
    await hub[end]()
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
