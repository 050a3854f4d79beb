/** Many clients on one hub: what each costs, whether the others feel them, and how soon all are back after a kill. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadSongs } from '../../demo/songs/load-songs.ts'
import { freePort, type Running, startHub, startRelay } from '../child.ts'
import type { Figure } from '../figure.ts'
import { gaugeFlags, type Look, lookInto, watch } from '../look.ts'
import { measureSync } from '../measure-sync.ts'
import { openRooms } from '../open-house.ts'
import type { Scale } from '../options.ts'
import type { KeptWay } from '../relay-keepers.ts'
import { arrivals } from '../schedule.ts'
import { framesOfATap } from '../shown-frames.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { createOpenLoop } from '../taps/open-loop.ts'
import { type House, makeHouse } from '../venue.ts'
import type { Crowd } from './crowd.ts'
import { crowdAtHub } from './crowd-at-hub.ts'
import { crowdAtRelay } from './crowd-at-relay.ts'
import { crowdFigures, type Round } from './crowd-figures.ts'
import { saturate } from './saturate.ts'

/** A second and panel. With fewer even a loop that is blocked by each would be free for 99 in 100 of its looks. */
const busyTaps = 0.1

type Plan = Scale['crowd']
type Start = (port: number) => Promise<Running>
type Kept = { readonly way: KeptWay; readonly file: string; readonly shown?: string }

export async function measureCrowd({ folder, scale, profile, progress }: Bench): Promise<Figure[]> {
  const plan = scale.crowd
  progress(`${plan.panels.many} rooms`)
  await mkdir(folder, { recursive: true })
  const house = await makeHouse({
    folder: join(folder, 'house'),
    rooms: plan.panels.many,
    members: 1000,
    songs: loadSongs(),
  })
  const startThis: Start = port => startHub({ folder: house.folder, port, flags: gaugeFlags, profile })
  const first = await startThis(0)
  await openRooms(house, first.origin)
  const shown = join(folder, 'shown.json')
  await writeFile(shown, JSON.stringify(await framesOfATap(house, first.origin)))
  await first.stop()

  const rounds: Round[] = []
  for (let repetition = 0; repetition < scale.repetitions; repetition++) {
    const say = (what: string) => progress(`${repetition + 1}/${scale.repetitions}  ${what}`)
    say('hub')
    const hub = await atHub(startThis, house, plan, `${repetition}`)
    say('relay')
    const relay = await atRelay(port => startRelay({ port, flags: gaugeFlags }), plan, `${repetition}`)
    say('showing')
    const showing = await atKeeper({ way: 'together', file: join(folder, 'shown'), shown }, plan, `${repetition}`)
    say('lowdb')
    const file = join(folder, `evening-${repetition}.json`)
    const lowdb = await atKeeper({ way: 'lowdb', file }, plan, `${repetition}`)
    const betweenMs = 1000 / (busyTaps * plan.panels.many)
    const syncs = await measureSync(join(folder, 'synced'), scale.syncs, betweenMs)
    rounds.push({ hub, relay, showing, lowdb, syncs })
  }
  return crowdFigures(rounds, plan)
}

async function atHub(start: Start, house: House, plan: Plan, seed: string): Promise<Round['hub']> {
  const { panels, perSecond, ms } = plan
  const port = await freePort()
  const hub = await start(port)
  const crowd = await crowdAtHub(hub.origin, house)
  const tapOnTime = createOpenLoop(crowd)
  await crowd.be(panels.few)
  await pause(rushMs)
  const few = await lookAtRest(hub)
  await crowd.be(panels.many)
  const many = await lookAtRest(hub)

  // What is measured after it finds the code warm.
  const relaysPerCpuSecond = await perCpuSecond(hub, crowd, panels.many, ms)
  const among = await heardOf(tapOnTime, arrivals({ clients: panels.many, perSecond, ms, seed: `among ${seed}` }))
  const blockedMs = await blockedBy(hub, tapOnTime, plan, seed)
  await crowd.be(1)
  const alone = await heardOf(tapOnTime, arrivals({ clients: 1, perSecond, ms, seed: `alone ${seed}` }))

  await crowd.be(panels.many)
  return {
    heapKb: many.heapKb - few.heapKb,
    rssKb: many.rssKb - few.rssKb,
    among,
    alone,
    blockedMs,
    relaysPerCpuSecond,
    backMs: await backAfterKill(hub, () => start(port), crowd),
  }
}

async function atRelay(start: Start, plan: Plan, seed: string): Promise<Round['relay']> {
  const { panels, ms } = plan
  const port = await freePort()
  const relay = await start(port)
  const crowd = await crowdAtRelay(relay.origin)
  await crowd.be(panels.many)
  const relaysPerCpuSecond = await perCpuSecond(relay, crowd, panels.many, ms)
  const blockedMs = await blockedBy(relay, createOpenLoop(crowd), plan, seed)
  return { relaysPerCpuSecond, blockedMs, backMs: await backAfterKill(relay, () => start(port), crowd) }
}

async function atKeeper(keeping: Kept, plan: Plan, seed: string): Promise<Round['showing']> {
  const { panels, ms } = plan
  const relay = await startRelay({ keeping, flags: gaugeFlags })
  const crowd = await crowdAtRelay(relay.origin)
  await crowd.be(panels.many)
  const relaysPerCpuSecond = await perCpuSecond(relay, crowd, panels.many, ms)
  const blockedMs = await blockedBy(relay, createOpenLoop(crowd), plan, seed)
  crowd.close()
  await relay.stop()
  return { relaysPerCpuSecond, blockedMs }
}

type TapOnTime = ReturnType<typeof createOpenLoop>

async function heardOf(tapOnTime: TapOnTime, schedule: ReturnType<typeof arrivals>): Promise<readonly number[]> {
  const { latencies, refused, lost } = await tapOnTime(schedule)
  if (refused + lost > 0) throw new Error(`${refused} taps were refused, ${lost} no console heard of`)
  return latencies
}

/** ms, 99th percentile: how long its loop is busy with one thing while every panel taps now and then. */
async function blockedBy(
  { child }: Running,
  tapOnTime: TapOnTime,
  { panels, ms }: Plan,
  seed: string,
): Promise<number> {
  watch(child)
  await heardOf(
    tapOnTime,
    arrivals({ clients: panels.many, perSecond: busyTaps * panels.many, ms, seed: `busy ${seed}` }),
  )
  return (await lookInto(child)).blockedMs
}

/** Half a second after the last one came a hub begins what nobody waits for: before it is done is no time to look. */
const rushMs = 1500
const restMs = 500
/** Its pings go on; what it reads and counts after its start is over. */
const restingCpu = 0.25
const patienceMs = 60_000

/** Looked into when it has nothing more to do. */
async function lookAtRest({ child }: Running): Promise<Look> {
  await lookInto(child)
  for (const until = performance.now() + patienceMs; ; ) {
    await pause(restMs)
    const seen = await lookInto(child)
    if (seen.cpuMs < restMs * restingCpu || performance.now() > until) return seen
  }
}

/** Warmed up for half as long first. */
async function perCpuSecond({ child }: Running, crowd: Crowd, panels: number, ms: number): Promise<number> {
  await saturate(crowd, panels, ms / 2)
  await lookInto(child)
  const answered = await saturate(crowd, panels, ms)
  return answered / ((await lookInto(child)).cpuMs / 1000)
}

/** Started again at once, on the same port. Ends what it started, and the crowd with it. */
async function backAfterKill(server: Running, again: () => Promise<Running>, crowd: Crowd): Promise<number> {
  const back = crowd.allBack()
  const since = performance.now()
  await server.kill()
  const next = await again()
  await back
  const backMs = performance.now() - since
  crowd.close()
  await next.stop()
  return backMs
}
