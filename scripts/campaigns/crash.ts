/** Kills a hub again and again while everybody taps; then what was promised is held against what is there. */
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../bench/child.ts'
import { openRooms } from '../bench/open-house.ts'
import { createChance } from '../demo/random.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { live, restAll, startCrew } from './crew.ts'
import { makeCampaignHouse } from './house.ts'
import { createHubProcess } from './hub-process.ts'
import { judge, type Verdict } from './judge.ts'
import { renamedBack, type Weakness } from './weaknesses.ts'

export interface CrashCampaign {
  readonly folder: string
  readonly kills: number
  readonly panels: number
  readonly seed: string
  /** Of the hub as a positive control; absent: the hub as it is. */
  readonly weakness?: Weakness
  readonly progress?: (kills: number, taps: number) => void
}

export interface CrashReport {
  readonly kills: number
  /** While it was still starting. */
  readonly killedInStart: number
  readonly reloads: number
  readonly seconds: number
  readonly startMs: { readonly median: number; readonly longest: number }
  readonly verdict: Verdict
}

/** A killed hub has answered so long, ms; one in its start has started so long. */
const lifeMs = { least: 50, most: 900 }
const startMs = { least: 20, most: 500 }
/** Of the kills so many come while it starts, of the pages so many are loaded anew at each. */
const inStart = 0.15
const reloaded = 0.1

export async function runCrashCampaign(campaign: CrashCampaign): Promise<CrashReport> {
  const { folder, kills, panels, seed, weakness, progress = () => undefined } = campaign
  const chance = createChance(seed)
  const began = performance.now()
  const house = await makeCampaignHouse(folder, panels)
  const hub = createHubProcess({
    script: weakness ? '../scripts/weakened-hub.js' : '../hub/main.js',
    folder,
    port: await freePort(),
    ...(weakness && { env: { WEAKNESS: weakness } }),
  })
  const starts: number[] = []
  const start = async () => {
    const at = performance.now()
    await hub.start()
    starts.push(performance.now() - at)
  }
  await start()
  await openRooms(house, hub.origin)
  const crew = await startCrew({ house, origin: hub.origin, chance: () => chance.between(0, 1_000_000) / 1_000_000 })
  let killedInStart = 0
  let reloads = 0
  try {
    for (let kill = 1; kill <= kills; kill++) {
      await live(crew, chance.between(lifeMs.least, lifeMs.most))
      await hub.kill()
      for (const tapper of crew) {
        if (!chance.hit(reloaded)) continue
        tapper.reload()
        reloads += 1
      }
      progress(
        kill,
        crew.reduce((sum, { told }) => sum + told.length, 0),
      )
      while (kill < kills && chance.hit(inStart)) {
        hub.begin()
        await pause(chance.between(startMs.least, startMs.most))
        await hub.kill()
        kill += 1
        killedInStart += 1
      }
      await start()
    }
    await restAll(crew)
  } finally {
    for (const tapper of crew) tapper.close()
    await hub.stop()
  }
  const lines = await readWholeJournal(folder)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const sorted = starts.sort((a, b) => a - b)
  return {
    kills,
    killedInStart,
    reloads,
    seconds,
    startMs: { median: Math.round(sorted[sorted.length >> 1] ?? 0), longest: Math.round(sorted.at(-1) ?? 0) },
    verdict: judge(
      crew.flatMap(({ told }) => told),
      weakness === 'forgetful' ? lines.map(renamedBack) : lines,
    ),
  }
}
