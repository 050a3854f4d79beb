/** How soon a song search answers a keystroke: over the panel's socket, and in the worker thread alone. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Song } from '../../../hub/domain/playlist/song.ts'
import type { Directory } from '../../../hub/worker/directory.ts'
import { createThreadDirectory } from '../../../hub/worker/thread-directory.ts'
import { createChance } from '../../demo/random.ts'
import { loadStandards } from '../../demo/songs/load-songs.ts'
import { connectDevice, type DeviceClient } from '../../lib/device-client.ts'
import { startHub } from '../child.ts'
import type { Figure } from '../figure.ts'
import { openRooms } from '../open-house.ts'
import { type Arrival, arrivals, turns } from '../schedule.ts'
import { spreadOf } from '../statistics.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { until } from '../taps/open-loop.ts'
import { makeHouse, panelOf } from '../venue.ts'
import { bigCatalogue } from './big-catalogue.ts'
import { keystrokesFor } from './keystrokes.ts'

const section = '找歌 song search, after each key'
const socket = 'over the socket'
/** Longer, and the list lags behind the finger. */
const limitMs = 100
/** People who search at the same time; a panel may ask ten times a second. */
const panels = 10

export async function measureSearch({ folder, scale, progress }: Bench): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const typed = keystrokesFor(
    createChance('search')
      .sample(loadStandards(), 400)
      .map(({ song }) => song),
  )
  const overSocket: number[][][] = []
  const inWorker: number[][][] = []
  const names: string[] = []
  // One catalogue after the other: two hubs with their workers would be in each other's way on two cores.
  for (const [index, size] of scale.songs.entries()) {
    const name = `${size.toLocaleString('en')} songs`
    progress(name)
    const place = join(folder, String(index))
    const { socket, worker } = await measureCatalogue(place, bigCatalogue(size), typed, scale, word =>
      progress(`${name}  ${word}`),
    )
    names.push(name)
    overSocket.push(socket)
    inWorker.push(worker)
  }
  return [...figuresOf(socket, names, overSocket), ...figuresOf('in the worker', names, inWorker)]
}

function figuresOf(where: string, names: readonly string[], measured: readonly number[][][]): Figure[] {
  const spreads = measured.map(spreadOf)
  return spreads.flatMap(({ p50, p99, samples }, index) =>
    (['p50', 'p99'] as const).map((which): Figure => {
      const few = spreads[0]
      return {
        section,
        name: `${names[index]}, ${where}  ${which}`,
        value: which === 'p50' ? p50 : p99,
        unit: 'ms',
        samples,
        ...(index > 0 && few && { beside: { what: names[0] ?? '', value: few[which] } }),
        ...(where === socket && which === 'p99' && { beside: { what: 'limit', value: limitMs }, atMost: 1 }),
      }
    }),
  )
}

async function measureCatalogue(
  folder: string,
  songs: readonly Song[],
  typed: readonly string[],
  { repetitions, search }: Bench['scale'],
  progress: (word: string) => void,
): Promise<{ socket: number[][]; worker: number[][] }> {
  const house = await makeHouse({ folder, rooms: panels, members: 400, songs })
  const hub = await startHub({ folder })
  const measured = { socket: [] as number[][], worker: [] as number[][] }
  let directory: Directory | undefined
  try {
    const clients = await Promise.all(
      Array.from({ length: panels }, (_, index) =>
        connectDevice({ origin: hub.origin, device: panelOf(index), token: house.tokens[panelOf(index)] ?? '' }),
      ),
    )
    // The first answer comes when the catalogue has been read, and spelled.
    await untilThere(clients)
    // Every other room with a member: what their party sings comes first, and that is looked up for each key.
    await openRooms(house, hub.origin)
    directory = createThreadDirectory({
      script: new URL('../hub/worker.js', import.meta.url),
      folder,
      died: error => {
        throw error
      },
    })
    await directory.searchSongs({ text: 'a' })
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const schedule = arrivals({ clients: panels, ...search, seed: `search ${repetition}` })
      const ways = {
        socket: () => askOnTime(clients, schedule, typed),
        worker: (asked: Directory) => askInTurn(asked, typed.slice(0, schedule.length)),
      }
      for (const way of turns(['socket', 'worker'] as const, repetition))
        measured[way].push(way === 'socket' ? await ways.socket() : await ways.worker(directory))
      progress(`${repetition + 1}/${repetitions}`)
    }
    for (const client of clients) client.close()
    return measured
  } finally {
    await directory?.close()
    await hub.stop()
  }
}

/** From when each key was due to its answer, whatever became of the keys before. */
async function askOnTime(clients: readonly DeviceClient[], schedule: readonly Arrival[], typed: readonly string[]) {
  const start = performance.now()
  const answers: Promise<number>[] = []
  for (const [index, { at, client }] of schedule.entries()) {
    const due = start + at
    await until(due)
    const asked = clients[client]?.query({ type: 'SearchSongs', text: typed[index % typed.length] ?? '' })
    answers.push(
      Promise.resolve(asked).then(
        answer => (answer?.ok ? performance.now() - due : Number.POSITIVE_INFINITY),
        () => Number.POSITIVE_INFINITY,
      ),
    )
  }
  return Promise.all(answers)
}

/** One question at a time: what the search itself costs, and its way through the thread's door. */
async function askInTurn(directory: Directory, typed: readonly string[]): Promise<number[]> {
  const latencies: number[] = []
  for (const text of typed) {
    const since = performance.now()
    await directory.searchSongs({ text })
    latencies.push(performance.now() - since)
  }
  return latencies
}

const patienceMs = 120_000

async function untilThere([client]: readonly DeviceClient[]): Promise<void> {
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    const answer = await client?.query({ type: 'SearchSongs', text: 'a' }).catch(() => undefined)
    if (answer?.ok) return
    await pause(200)
  }
  throw new Error('the catalogue was not there in two minutes')
}
