/** Cuts the power of the disk under a hub while everybody taps; what was promised before each cut must be there after it. */
import { join } from 'node:path'
import { freePort } from '../bench/child.ts'
import { openRooms } from '../bench/open-house.ts'
import { createChance } from '../demo/random.ts'
import { readWholeJournal } from '../lib/read-journal.ts'
import { answeredSince, live, restAll, startCrew } from './crew.ts'
import { type CampaignHouse, makeCampaignHouse } from './house.ts'
import { createHubProcess } from './hub-process.ts'
import { type Cut, type Dark, judge, judgeCut, toldInTheLight, type Verdict } from './judge.ts'
import { createLoopDisk, type LoopDisk } from './loop-disk.ts'

export interface PowerCampaign {
  /** For the disks' images. */
  readonly folder: string
  readonly cuts: number
  readonly panels: number
  readonly seed: string
  readonly progress?: (cuts: number, count: number) => void
}

/** The hub on the disk has answered so long, ms. */
const lifeMs = { least: 100, most: 1200 }
/** After so many of the cuts it lives on for a while without a disk: nothing that is tapped then may be promised. */
const withoutDisk = 0.25

interface Made {
  readonly disk: LoopDisk
  readonly house: CampaignHouse
}

/** An open house on a disk that is not mounted. */
export async function makeDisk({ folder, panels }: PowerCampaign): Promise<Made> {
  const disk = await createLoopDisk(folder, 'venue')
  await disk.mount()
  const house = await makeCampaignHouse(join(disk.folder, 'data'), panels)
  const hub = createHubProcess({ script: '../hub/main.js', folder: house.folder, port: await freePort() })
  await hub.start()
  await openRooms(house, hub.origin)
  await hub.stop()
  await disk.unmount()
  return { disk, house }
}

/** One house through all the cuts, on the hub as it is. */
export async function runPowerCampaign(campaign: PowerCampaign, { disk, house }: Made): Promise<Verdict> {
  const chance = createChance(campaign.seed)
  const hub = createHubProcess({ script: '../hub/main.js', folder: house.folder, port: await freePort() })
  const dark: Dark[] = []
  await disk.mount()
  await hub.start()
  const crew = await startCrew({ house, origin: hub.origin, chance: chance.next })
  try {
    for (let cut = 1; cut <= campaign.cuts; cut++) {
      await live(crew, chance.between(lifeMs.least, lifeMs.most))
      const { from, to: gone } = await disk.cut()
      if (chance.hit(withoutDisk)) await answeredSince(crew, gone)
      await hub.kill()
      dark.push({ from, gone, to: performance.now() })
      await disk.remount()
      await hub.start()
      campaign.progress?.(
        cut,
        crew.reduce((sum, { told }) => sum + told.length, 0),
      )
    }
    await restAll(crew)
  } finally {
    for (const tapper of crew) tapper.close()
    await hub.stop()
  }
  const lines = await readWholeJournal(house.folder)
  await disk.unmount()
  return judge(
    crew.flatMap(({ told }) => told),
    lines,
    toldInTheLight(dark),
  )
}

/** A hub that never syncs, or that does not mind a failing disk, each time on the same disk as it was made: what each cut did. */
export async function runPowerControl(
  campaign: PowerCampaign & { readonly weakness: 'unsynced' | 'careless' },
  { disk, house }: Made,
): Promise<readonly Cut[]> {
  const { weakness } = campaign
  const chance = createChance(campaign.seed)
  const cuts: Cut[] = []
  for (let cut = 1; cut <= campaign.cuts; cut++) {
    const own = await disk.copy(campaign.folder)
    const folder = join(own.folder, 'data')
    await own.mount()
    const hub = createHubProcess({
      script: '../scripts/weakened-hub.js',
      folder,
      port: await freePort(),
      env: { WEAKNESS: weakness },
    })
    await hub.start()
    const crew = await startCrew({ house, origin: hub.origin, chance: chance.next })
    await live(crew, lifeMs.most)
    const { from, to: gone } = await own.cut()
    if (weakness === 'careless') await answeredSince(crew, gone)
    for (const tapper of crew) tapper.close()
    await hub.kill()
    await own.remount()
    const lines = await readWholeJournal(folder).catch(
      (error: unknown): undefined => void console.error(`  ${String(error)}`),
    )
    const told = crew.flatMap(tapper => tapper.told)
    cuts.push(judgeCut(told, lines, toldInTheLight([{ from, gone, to: Number.POSITIVE_INFINITY }])))
    await own.unmount()
    campaign.progress?.(cut, cuts.filter(did => did === 'lost').length)
  }
  return cuts
}
