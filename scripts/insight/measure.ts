/**
 * What the shipped code would have proposed to each member on their last visit, knowing all visits but everybody's last; and
 * beside it, for the same visits, what is had most.
 */
import type { MemberFacts, PastVisit } from '../../hub/domain/member/member.ts'
import type { Song } from '../../hub/domain/playlist/song.ts'
import { houseStatistics } from '../../hub/insight/house-statistics.ts'
import { preloadPlaylist } from '../../hub/insight/playlist.ts'
import { predictUsual } from '../../hub/insight/usual.ts'
import type { LoggedVisit } from './read-visits.ts'

export type What = 'orders' | 'songs'

export interface Score {
  readonly recall10: number
  readonly ndcg10: number
  readonly hit3: number
}

export interface Measured {
  /** Members with a visit before their last one. */
  readonly tested: number
  readonly shipped: Score
  readonly popular: Score
}

const depth = 10
/** As many hot songs as ties are broken by. */
const hotSongs = 1000

export function measure(what: What, members: ReadonlyMap<string, readonly LoggedVisit[]>): Measured {
  const known = new Map<string, readonly PastVisit[]>()
  const held: { member: string; last: LoggedVisit }[] = []
  for (const [member, visits] of members) {
    const last = visits.at(-1)
    // Who came once is known by that visit: nothing could be proposed before it.
    if (last && visits.length > 1) held.push({ member, last })
    known.set(
      member,
      (visits.length > 1 ? visits.slice(0, -1) : visits).map(visit => pastOf(what, visit)),
    )
  }
  const popular = byPopularity([...known.values()].flat())
  const propose = what === 'orders' ? proposesDrinks(known) : proposesSongs(popular)
  const top = popular.map(([item]) => item).slice(0, depth)
  const scores = held.map(({ member, last }) => {
    const wanted = new Set(last.items)
    return {
      shipped: score(propose(factsOf(member, known.get(member) ?? []), last.at), wanted),
      popular: score(top, wanted),
    }
  })
  return {
    tested: held.length,
    shipped: mean(scores.map(one => one.shipped)),
    popular: mean(scores.map(one => one.popular)),
  }
}

/** Best first. */
export function score(proposed: readonly string[], wanted: ReadonlySet<string>): Score {
  const hits = proposed.slice(0, depth).map(item => wanted.has(item))
  const gain = (at: number) => 1 / Math.log2(at + 2)
  const best = sum(Array.from({ length: Math.min(depth, wanted.size) }, (_, at) => gain(at)))
  return {
    recall10: hits.filter(Boolean).length / wanted.size,
    ndcg10: sum(hits.map((hit, at) => (hit ? gain(at) : 0))) / best,
    hit3: hits.slice(0, 3).some(Boolean) ? 1 : 0,
  }
}

type Propose = (member: MemberFacts, at: number) => readonly string[]

function proposesDrinks(known: ReadonlyMap<string, readonly PastVisit[]>): Propose {
  const house = houseStatistics([...known.values()].map(visits => ({ visits: [...visits] })))
  return (member, at) => predictUsual([member], house, () => true, at, depth).map(({ item }) => item)
}

function proposesSongs(popular: readonly (readonly [string, number])[]): Propose {
  const hot = popular
    .slice(0, hotSongs)
    .map(([id, popularity]): Song => ({ id, title: id, artist: '', language: '', popularity }))
  return (member, at) => preloadPlaylist([member], hot, at, depth).map(({ song }) => song)
}

/** In how many visits each was had, most first; equals by name, so that two runs agree. */
function byPopularity(visits: readonly PastVisit[]): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { drunk, sung } of visits)
    for (const item of new Set([...drunk.map(one => one.item), ...sung.map(one => one.song)]))
      counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, often], [b, other]) => other - often || (a < b ? -1 : 1))
}

const pastOf = (what: What, { at, items }: LoggedVisit): PastVisit => ({
  visit: `${at}`,
  at,
  room: '',
  spend: 0,
  drunk: what === 'orders' ? items.map(item => ({ item, qty: 1 })) : [],
  sung: what === 'songs' ? items.map(song => ({ song, title: song, artist: '' })) : [],
})

const factsOf = (id: string, visits: readonly PastVisit[]): MemberFacts => ({
  member: {
    ...{ id, called: id, name: id, tier: 'guest', since: 0 },
    ...{ cards: [], tastes: [], taboos: [], notes: [], welcome: false, discreet: false, blocked: false },
  },
  history: { member: id, visits: [...visits], totals: { visits: visits.length, spend: 0 } },
})

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

function mean(scores: readonly Score[]): Score {
  const of = (key: keyof Score) => (scores.length === 0 ? 0 : sum(scores.map(one => one[key])) / scores.length)
  return { recall10: of('recall10'), ndcg10: of('ndcg10'), hit3: of('hit3') }
}
