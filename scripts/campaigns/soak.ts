/**
 * A hub under ten Saturdays at once: panels and consoles tap, parties leave and others come, devices come and go. Every second
 * its memory and its handles are looked at from outside; what still rises in the second half is a leak.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../bench/child.ts'
import { openRooms } from '../bench/open-house.ts'
import { deskOf } from '../bench/venue.ts'
import { createChance } from '../demo/random.ts'
import { demoStaff } from '../demo/staff.ts'
import { connectDevice } from '../lib/device-client.ts'
import { startCrew } from './crew.ts'
import { type CampaignHouse, makeCampaignHouse } from './house.ts'
import { createHubProcess } from './hub-process.ts'
import type { Tapper } from './tapper.ts'
import { lowest, type Trend, trendOf } from './trend.ts'
import type { Weakness } from './weaknesses.ts'

export interface SoakCampaign {
  readonly folder: string
  readonly minutes: number
  readonly rooms: number
  /** So many Saturdays at once. */
  readonly times: number
  readonly seed: string
  readonly weakness?: Weakness
  readonly progress?: (minute: number, last: Sample) => void
}

export interface Sample {
  /** Bytes. */
  readonly rss: number
  readonly heap: number
  /** Open files and sockets of the process. */
  readonly handles: number
}

export interface SoakReport {
  readonly seconds: number
  readonly taps: number
  /** Of the taps so many were answered with yes. */
  readonly done: number
  readonly parties: number
  readonly samples: readonly Sample[]
  readonly rss: Trend
  /** The lowest of every few seconds: between two collections a heap holds rubbish. */
  readonly heap: Trend
  readonly handles: Trend
  /** From SIGTERM to the end, with everybody still connected, and its exit code. */
  readonly stopMs: number
  readonly stopped: number | null
}

/** In the busiest hour of a Saturday each room taps so often, s: a song every four minutes, and all that is around it. */
const tapEverySeconds = 25
const stayMinutes = 180
const sampleMs = 1000
const signInMs = 120_000
const megabyte = 1e6
/** Within so many samples a heap was swept at least once. */
const betweenCollections = 4

/** Of each tap the hub keeps what its party ordered, asked and sang until the cutover: bytes of the heap. */
const nightRemembers = 500

const stopsWithin = 2000
/** Of what it refuses a hub keeps nothing: one whose disk is full would be flat all evening. */
const doneShare = 0.5

/** `heapTells`: it ran long enough for the heap to be judged. */
export const isFlat = (
  { rss, heap, handles, stopMs, stopped, taps, done }: Omit<SoakReport, 'samples' | 'parties' | 'seconds'>,
  heapTells: boolean,
): boolean =>
  rss.flat &&
  (heap.flat || !heapTells) &&
  handles.flat &&
  stopMs < stopsWithin &&
  stopped === 0 &&
  done > 0 &&
  done >= taps * doneShare

export async function runSoakCampaign(campaign: SoakCampaign): Promise<SoakReport> {
  const { folder, minutes, rooms, times, seed, weakness, progress = () => undefined } = campaign
  const random = createChance(seed)
  const chance = () => random.between(0, 1_000_000) / 1_000_000
  const house = await makeCampaignHouse(folder, rooms)
  const hub = createHubProcess({
    script: weakness ? '../scripts/weakened-hub.js' : '../hub/main.js',
    folder,
    port: await freePort(),
    ...(weakness && { env: { WEAKNESS: weakness } }),
    // Every sweep is a whole one: between two of them a heap holds minutes of rubbish, and a leak hides in it.
    flags: ['--gc-global'],
  })
  const crew: Tapper[] = []
  const samples: Sample[] = []
  const began = performance.now()
  const over = () => performance.now() - began >= minutes * 60_000
  let parties = 0
  let stopAt = 0
  let stopped: number | null = null
  try {
    await hub.start()
    await openRooms(house, hub.origin)
    const meanMs = (tapEverySeconds * 1000) / times
    const tapMs = { least: meanMs / 2, most: meanMs * 1.5 }
    crew.push(...(await startCrew({ house, origin: hub.origin, chance, tapMs })))
    const coming = turnOver(house, hub.origin, (stayMinutes * 60_000) / times / rooms, over)
    const visiting = comeAndGo(house, hub.origin, over)
    const look = await lookAt(folder, hub.origin)
    while (!over()) {
      samples.push(await look())
      const last = samples.at(-1)
      if (last && samples.length % 60 === 0) progress(samples.length / 60, last)
      await pause(sampleMs)
    }
    parties = await coming
    await visiting
  } finally {
    stopAt = performance.now()
    stopped = await hub.stop()
    stopAt = performance.now() - stopAt
    for (const tapper of crew) tapper.close()
  }
  const told = crew.flatMap(tapper => tapper.told)
  const done = told.filter(({ answers }) => answers.some(({ answer }) => answer.ok)).length
  const of = (figure: keyof Sample) => samples.map(sample => sample[figure])
  return {
    seconds: Math.round((performance.now() - began) / 1000),
    taps: told.length,
    done,
    parties,
    samples,
    rss: trendOf(of('rss'), { least: 8 * megabyte, share: 0.05 }),
    heap: trendOf(lowest(of('heap'), Math.floor(samples.length / betweenCollections)), {
      least: 2 * megabyte + (done / 2) * nightRemembers,
      share: 0,
    }),
    handles: trendOf(of('handles'), { least: 2, share: 0 }),
    stopMs: Math.round(stopAt),
    stopped,
  }
}

/** By what the hub tells a Prometheus. */
async function lookAt(folder: string, origin: string): Promise<() => Promise<Sample>> {
  const key = (await readFile(join(folder, 'secrets', 'metrics.key'), 'utf8')).trim()
  return async () => {
    const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${key}` } })
    const text = await response.text()
    const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
    return {
      rss: figure('process_resident_memory_bytes'),
      heap: figure('nodejs_heap_size_used_bytes'),
      handles: figure('process_open_fds'),
    }
  }
}

/** One party after the other pays and leaves, its room is cleaned and the next party sits down; answers how many. */
async function turnOver(house: CampaignHouse, origin: string, everyMs: number, over: () => boolean): Promise<number> {
  const { rooms, tokens } = house
  // Who may say no to an order too; not the one whose console taps.
  const ye = demoStaff.findLast(({ role }) => role === 'manager')
  const device = deskOf(0)
  const desk = await connectDevice({ origin, device, token: tokens[device] ?? '', patienceMs: signInMs })
  await desk.command({ type: 'SignIn', staff: ye?.id ?? '', pin: ye?.pin ?? '' })
  let parties = 0
  for (let turn = 0; !over(); turn++) {
    await pause(everyMs)
    const room = rooms[turn % rooms.length]
    const visit = [...desk.slices('visit/').values()].find(
      (one): one is { id: string } =>
        typeof one === 'object' && one !== null && 'room' in one && one.room === room?.id && 'id' in one,
    )?.id
    if (!room || visit === undefined || over()) continue
    for (const command of [
      { type: 'SettleVisit', visit },
      { type: 'CloseVisit', visit },
      { type: 'CleanRoom', room: room.id },
      { type: 'OpenVisit', room: room.id, tariff: `${room.roomClass}-timed`, party: 4 },
    ] as const) {
      let answer = await desk.command(command, { sure: true })
      // A guest ordered at the last moment: the house says no to it, where it was not taken back by then, and makes the bill.
      while (!answer.ok && answer.refusal.refused === 'open-orders') {
        await desk.command({ type: 'RejectOrder', order: answer.refusal.about ?? '', reason: 'guest-changed' })
        answer = await desk.command(command, { sure: true })
      }
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.refused}`)
    }
    parties += 1
  }
  desk.close()
  return parties
}

/** A console is opened, shown everything and closed, again and again. */
async function comeAndGo({ tokens }: CampaignHouse, origin: string, over: () => boolean): Promise<void> {
  const device = deskOf(1)
  while (!over()) {
    const client = await connectDevice({ origin, device, token: tokens[device] ?? '' })
    await pause(500)
    client.close()
    await pause(500)
  }
}
