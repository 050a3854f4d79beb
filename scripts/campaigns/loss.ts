/** Taps over a link that loses packets and goes down without a word; then what was tapped is held against what is there. */
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../bench/child.ts'
import { openRooms } from '../bench/open-house.ts'
import { createChance } from '../demo/random.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { restAll, startCrew } from './crew.ts'
import { makeCampaignHouse } from './house.ts'
import { createHubProcess } from './hub-process.ts'
import { judge, type Verdict } from './judge.ts'
import { createLossyLink } from './lossy-link.ts'
import type { Tapper } from './tapper.ts'
import { renamedBack, type Weakness } from './weaknesses.ts'

export interface LossCampaign {
  readonly folder: string
  /** It goes on until so many were tapped. */
  readonly taps: number
  readonly panels: number
  readonly seed: string
  readonly weakness?: Weakness
  readonly progress?: (taps: number, lostPackets: number) => void
}

export interface LossReport {
  readonly seconds: number
  readonly lostPackets: number
  /** How often nothing at all got through for a while. */
  readonly outages: number
  readonly verdict: Verdict
}

/** Wi-Fi behind three walls on a Saturday. */
const lossPercent = 30
/** A link loses packets so long, ms, and is gone so long: some outages are over before anybody has noticed. */
const lossyMs = { least: 3000, most: 9000 }
const goneMs = { least: 500, most: 9000 }
/**
 * So many outages are of one way only, and last until everybody has noticed, ms: what the hub hears it does, nobody hears that
 * it did, and every device asks again. In the others hardly one does whose tap had got there.
 */
const deafness = 0.4
const deafMs = { least: 6500, most: 9000 }

/** Within a network of its own. */
export async function runLossCampaign(campaign: LossCampaign): Promise<LossReport> {
  const { folder, taps, panels, seed, weakness, progress = () => undefined } = campaign
  const chance = createChance(seed)
  const began = performance.now()
  const house = await makeCampaignHouse(folder, panels)
  const port = await freePort()
  const hub = createHubProcess({
    script: weakness ? '../scripts/weakened-hub.js' : '../hub/main.js',
    folder,
    port,
    ...(weakness && { env: { WEAKNESS: weakness } }),
  })
  const crew: Tapper[] = []
  const tapped = () => crew.reduce((sum, { told }) => sum + told.length, 0)
  let outages = 0
  let lostPackets = 0
  try {
    await hub.start()
    await openRooms(house, hub.origin)
    crew.push(
      ...(await startCrew({ house, origin: hub.origin, chance: () => chance.between(0, 1_000_000) / 1_000_000 })),
    )
    const link = await createLossyLink(port)
    while (tapped() < taps) {
      await link.lose(lossPercent)
      await pause(chance.between(lossyMs.least, lossyMs.most))
      const deaf = chance.hit(deafness) || outages === 0
      await link.lose(100, deaf ? 'answers' : 'all')
      outages += 1
      const ms = deaf ? deafMs : goneMs
      await pause(chance.between(ms.least, ms.most))
      progress(tapped(), await link.lost())
    }
    await link.lose(0)
    await restAll(crew)
    lostPackets = await link.lost()
  } finally {
    for (const tapper of crew) tapper.close()
    // Before its folder goes, also when nothing came of it.
    await hub.stop()
  }
  const lines = await readWholeJournal(folder)
  return {
    seconds: Math.round((performance.now() - began) / 1000),
    lostPackets,
    outages,
    verdict: judge(
      crew.flatMap(({ told }) => told),
      weakness === 'amnesiac' ? lines.map(renamedBack) : lines,
    ),
  }
}
