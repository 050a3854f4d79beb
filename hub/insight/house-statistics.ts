/** How the house as a whole drinks: how often each item is had, and how often it is had again. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { History, PastVisit } from '../domain/member/member.ts'

/** Counts of one item over all members' visits. */
export interface ItemStatistics {
  /** Visits in which it was had. */
  readonly visits: number
  /** Later visits of members who had it before. */
  readonly chances: number
  /** Those of the chances in which they had it again. */
  readonly rebuys: number
}

export interface HouseStatistics {
  /** A party's evening counts once for each of its members. */
  readonly visits: number
  readonly items: ReadonlyMap<Id, ItemStatistics>
  /** Sums over the items. */
  readonly chances: number
  readonly rebuys: number
}

export const noStatistics: HouseStatistics = { visits: 0, items: new Map(), chances: 0, rebuys: 0 }

/** Counts everything once, when the hub starts. */
export function houseStatistics(histories: Iterable<Pick<History, 'visits'>>): HouseStatistics {
  const counts = createCounts(noStatistics)
  for (const history of histories) {
    const before = new Set<Id>()
    for (const visit of oldestFirst(history.visits)) {
      const had = itemsOf(visit)
      counts.add(before, had)
      for (const item of had) before.add(item)
    }
  }
  return counts.result()
}

/** The same with one more visit of a member whose `earlier` visits are already in. Costs one pass over the price list. */
export function withVisit(
  house: HouseStatistics,
  earlier: readonly PastVisit[],
  visit: Pick<PastVisit, 'drunk'>,
): HouseStatistics {
  const counts = createCounts(house)
  counts.add(new Set(earlier.flatMap(past => [...itemsOf(past)])), itemsOf(visit))
  return counts.result()
}

/** Weight of the venue's average against an item's own counts, in chances: a new item is taken for an average one. */
const priorChances = 10

/** r_i: how surely who had it has it again. Above 0 and at most 1, save where nobody ever had anything again. */
export function rebuyRate(house: HouseStatistics, item: Id): number {
  // Nobody has come back yet: what a member had then counts in full.
  const average = house.chances === 0 ? 1 : house.rebuys / house.chances
  const { rebuys, chances } = house.items.get(item) ?? nothing
  return (rebuys + priorChances * average) / (chances + priorChances)
}

/** In how many visits it was had: what ties are broken by. */
export const popularityOf = (house: HouseStatistics, item: Id): number => house.items.get(item)?.visits ?? 0

/** P(i in a random visit). */
export const shareOfVisits = (house: HouseStatistics, item: Id): number =>
  house.visits === 0 ? 0 : popularityOf(house, item) / house.visits

const nothing: ItemStatistics = { visits: 0, chances: 0, rebuys: 0 }

function createCounts(start: HouseStatistics) {
  // Counted in place: a year of a big house is millions of chances.
  const items = new Map([...start.items].map(([item, counts]) => [item, { ...counts }]))
  let { visits, chances, rebuys } = start
  const countsOf = (item: Id) => {
    const known = items.get(item)
    if (known) return known
    const fresh = { ...nothing }
    items.set(item, fresh)
    return fresh
  }
  return {
    add(before: ReadonlySet<Id>, had: ReadonlySet<Id>) {
      visits += 1
      for (const item of before) {
        const counts = countsOf(item)
        counts.chances += 1
        chances += 1
        if (!had.has(item)) continue
        counts.rebuys += 1
        rebuys += 1
      }
      for (const item of had) countsOf(item).visits += 1
    },
    result: (): HouseStatistics => ({ visits, items, chances, rebuys }),
  }
}

const itemsOf = (visit: Pick<PastVisit, 'drunk'>): ReadonlySet<Id> => new Set(visit.drunk.map(line => line.item))

const oldestFirst = (visits: readonly PastVisit[]): readonly PastVisit[] => [...visits].sort((a, b) => a.at - b.at)
