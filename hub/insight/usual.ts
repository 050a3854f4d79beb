/** The usual (老样子): what this party will want, in one tap. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import { type HouseStatistics, popularityOf, rebuyRate, shareOfVisits } from './house-statistics.ts'

export interface UsualItem {
  readonly item: Id
  readonly qty: number
  /** In how many of the last {@link timesWindow} visits they had it; 0: a proposal of the house. */
  readonly times: number
}

/** Visits that `times` looks back on. */
export const timesWindow = 10

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
  const scores = partyScores(pasts, house)
  const scoreOf = (item: Id) => rounded(scores.get(item) ?? 0)
  const evenings = distinctVisits(pasts)
  return [...scores.keys()]
    .filter(allowed)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || popularityOf(house, b) - popularityOf(house, a) || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(item => ({ item, ...asHad(item, evenings) }))
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

function memberScores(visits: readonly PastVisit[], house: HouseStatistics): Map<Id, number> {
  const recency = new Map<Id, number>()
  for (const [index, visit] of visits.entries()) {
    const weight = (index + 1) ** ageExponent
    for (const item of new Set(visit.drunk.map(line => line.item))) recency.set(item, (recency.get(item) ?? 0) + weight)
  }
  return new Map([...recency].map(([item, sum]) => [item, sum * Math.sqrt(rebuyRate(house, item))]))
}

// Sums of the same weights taken in another order differ in their last bits: those are ties, and popularity decides.
const rounded = (score: number): number => Math.round(score * 1e9)

// An evening that several of the party shared is in each one's history with all that was drunk: it must not count twice.
function distinctVisits(pasts: readonly (readonly PastVisit[])[]): PastVisit[] {
  const visits = new Map(pasts.flat().map(visit => [visit.visit, visit]))
  return [...visits.values()].sort((a, b) => b.at - a.at)
}

function asHad(item: Id, evenings: readonly PastVisit[]): { qty: number; times: number } {
  const amounts = evenings.map(visit =>
    visit.drunk.reduce((sum, line) => (line.item === item ? sum + line.qty : sum), 0),
  )
  return {
    qty: Math.min(median(amounts.filter(qty => qty > 0)), mostOfOne),
    times: amounts.slice(0, timesWindow).filter(qty => qty > 0).length,
  }
}

// Of an even number the lower middle: rather one bottle too few than one that nobody wanted.
function median(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 1
}

const newestFirst = (visits: readonly PastVisit[], at: number): readonly PastVisit[] =>
  visits.filter(visit => visit.at < at).sort((a, b) => b.at - a.at)
