/** What a command costs the hub as the house grows: more members, more rooms, more years behind it, one at a time. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSongs } from '../../demo/songs/load-songs.ts'
import { type RunningEvening, startEvening } from '../child.ts'
import { eveningOf } from '../evening/evening-of.ts'
import type { Figure } from '../figure.ts'
import type { Scale } from '../options.ts'
import { turns } from '../schedule.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { makeHouse } from '../venue.ts'
import { type Cost, costFigures, type Measured, type Size, sizes } from './cost-figures.ts'
import { writeNights } from './five-years.ts'

/** As many as come into one batch in a full house. */
const warmingAtOnce = 10
/** Of one house, before the next one's. */
const partiesATurn = 10
const turnOf = { parties: partiesATurn, atOnce: 1, stayMs: 0, apartMs: 0 }
/** As a hundred panels tap. */
const apartMs = 12
/** Longer than all that is played takes on the told clock. */
const behindMs = 8 * 3_600_000

export async function measureCost({ folder, scale, profile, progress }: Bench): Promise<Figure[]> {
  const costs: Record<Measured, Cost[]> = { small: [], again: [], members: [], rooms: [], years: [], apart: [] }
  for (let round = 0; round < scale.cost.houses; round++) {
    const one = join(folder, `${round}`)
    await mkdir(one, { recursive: true })
    const told = (word: string) => progress(`${round + 1}/${scale.cost.houses}  ${word}`)
    await playHouses({ folder: one, scale, profile, progress: told }, (measured, cost) => costs[measured].push(cost))
    await rm(one, { recursive: true })
  }
  return costFigures(costs, scale)
}

/** One house of each size, side by side. */
async function playHouses(
  { folder, scale, profile, progress }: Bench,
  spend: (measured: Measured, cost: Cost) => void,
): Promise<void> {
  const evenings = new Map<Size, RunningEvening>()
  try {
    for (const size of sizes) {
      progress(`house: ${size}`)
      evenings.set(size, await openOne(size, join(folder, size), scale, profile))
    }
    const all = scale.cost.warmUp + scale.cost.repetitions
    for (let repetition = 0; repetition < all; repetition++) {
      progress(`${repetition + 1}/${all}`)
      const spent = await playOnce([...evenings], scale.cost.parties)
      if (repetition < scale.cost.warmUp) continue
      for (const [size, cost] of spent) spend(size, cost)
      const apart = await evenings.get('small')?.play({ ...turnOf, apartMs })
      if (apart) spend('apart', apart)
    }
  } finally {
    for (const evening of evenings.values()) await evening.leave()
  }
}

/** In turns of a quarter of a second: a machine is quicker or slower for seconds at a time, and that must meet all of them alike. */
async function playOnce(evenings: readonly (readonly [Size, RunningEvening])[], parties: number) {
  const spent = new Map<Size, Cost>()
  for (let played = 0, turn = 0; played < parties; played += partiesATurn, turn++) {
    for (const [size, evening] of turns(evenings, turn)) {
      const cost = await evening.play(turnOf)
      const { commands, cpuMs } = spent.get(size) ?? { commands: 0, cpuMs: 0 }
      spent.set(size, { commands: commands + cost.commands, cpuMs: cpuMs + cost.cpuMs })
    }
  }
  return spent
}

async function openOne(
  size: Size,
  folder: string,
  { members, cost }: Scale,
  profile: string | undefined,
): Promise<RunningEvening> {
  const house = await makeHouse({
    folder,
    rooms: cost.rooms[size === 'rooms' ? 1 : 0],
    members: members[size === 'members' ? 1 : 0],
    songs: loadSongs(),
    // A visit each: regulars are laid their usual and their songs, and that is no matter of years.
    history: size === 'years' ? 'five-years' : 'little',
  })
  if (size === 'years') await writeNights(folder, house.clock, Date.now(), cost.nights)
  const evening = await startEvening(eveningOf(house, cost.guests, behindMs), profile)
  // Each guest comes once first, whatever shard they are kept in, and every room has a party.
  await evening.play({ parties: cost.guests, atOnce: warmingAtOnce, stayMs: 0, apartMs: 0 })
  return evening
}
