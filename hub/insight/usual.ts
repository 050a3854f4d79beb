/** The usual (老样子): what this party will want, in one tap. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import { type HouseStatistics, popularityOf, rebuyRate, shareOfVisits } from './house-statistics.ts'

export interface UsualItem {
  readonly item: Id
  readonly qty: number
  /** In how many of the last {@link timesWindow} visits they had it; 0: a proposal of the house. */
  readonly times: number
  /** They had it on so many evenings in a row, the last one among them; absent below two. */
  readonly inARow?: number
}

/** Visits that `times` looks back on. */
const timesWindow = 10

/**
 * The party's most likely drinks, best first, at most `limit`: the sum over its members of
 * `Σ age^-0.3 × √r` for what they had before and `3 × share of visits` for what they never had; for a party that
 * nobody knows, the house's favourites. `allowed` leaves out what is sold out, off the list, or against a taboo.
 * Only visits before `at` (ms) count.
 */
export function predictUsual(
  members: readonly MemberFacts[],
  house: HouseStatistics,
  allowed: (item: Id) => boolean,
  at: number,
  limit: number,
): UsualItem[] {
  const pasts = members.map(({ history }) => newestFirst(history.visits, at))
  const evenings = distinctVisits(pasts)
  return [...partyScores(pasts, house)]
    .filter(([item]) => allowed(item))
    .map(([item, score]) => ({ item, score: rounded(score), popularity: popularityOf(house, item) }))
    .sort((a, b) => b.score - a.score || b.popularity - a.popularity || (a.item < b.item ? -1 : 1))
    .slice(0, limit)
    .map(({ item }) => ({ item, ...asHad(item, evenings) }))
}

/** How an evening's weight falls with the visits since: the last one counts 1, the tenth 0.5. */
const ageExponent = -0.3
/** Puts "never had, but everybody has it" on one scale with what the member had. */
const unseenWeight = 3
const mostOfOne = 99

function partyScores(pasts: readonly (readonly PastVisit[])[], house: HouseStatistics): Map<Id, number> {
  const scores = new Map<Id, number>()
  for (const visits of pasts.length === 0 ? [[]] : pasts) {
    const own = memberScores(visits, house)
    for (const [item, score] of own) scores.set(item, (scores.get(item) ?? 0) + score)
    for (const item of house.items.keys()) {
      if (!own.has(item)) scores.set(item, (scores.get(item) ?? 0) + unseenWeight * shareOfVisits(house, item))
    }
  }
  return scores
}

function memberScores(newestFirst: readonly PastVisit[], house: HouseStatistics): Map<Id, number> {
  const had = new Map<Id, { recency: number; age: number }>()
  for (const [index, visit] of newestFirst.entries()) {
    const age = index + 1
    const weight = age ** ageExponent
    for (const { item } of visit.drunk) {
      const known = had.get(item)
      // Once an evening, however many rounds.
      if (known?.age === age) continue
      had.set(item, { recency: weight + (known?.recency ?? 0), age })
    }
  }
  return new Map([...had].map(([item, { recency }]) => [item, recency * Math.sqrt(rebuyRate(house, item))]))
}

// Sums of the same weights taken in another order differ in their last bits: those are ties, and popularity decides.
const rounded = (score: number): number => Math.round(score * 1e9)

// An evening that several of the party shared is in each one's history with all that was drunk: it must not count twice.
function distinctVisits(pasts: readonly (readonly PastVisit[])[]): PastVisit[] {
  const visits = new Map(pasts.flat().map(visit => [visit.visit, visit]))
  return [...visits.values()].sort((a, b) => b.at - a.at)
}

function asHad(item: Id, evenings: readonly PastVisit[]): Omit<UsualItem, 'item'> {
  const amounts = evenings.map(visit =>
    visit.drunk.reduce((sum, line) => (line.item === item ? sum + line.qty : sum), 0),
  )
  const lately = amounts.slice(0, timesWindow)
  const missed = lately.indexOf(0)
  const inARow = missed < 0 ? lately.length : missed
  return {
    qty: Math.min(median(amounts.filter(qty => qty > 0)), mostOfOne),
    times: lately.filter(qty => qty > 0).length,
    ...(inARow >= 2 && { inARow }),
  }
}

// Of an even number the lower middle: rather one bottle too few than one that nobody wanted.
function median(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 1
}

const newestFirst = (visits: readonly PastVisit[], at: number): readonly PastVisit[] =>
  visits.filter(visit => visit.at < at).sort((a, b) => b.at - a.at)
