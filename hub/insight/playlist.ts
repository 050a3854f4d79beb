/** The playlist a party finds on its panel: what its members sing, filled with what the house sings. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import type { SongRef } from '../domain/playlist/events.ts'
import { refOf, type Song } from '../domain/playlist/song.ts'

export interface PreloadedSong extends SongRef {
  readonly why: 'yours' | 'hot'
}

/** What a venue may set. */
export interface PreloadSettings {
  /**
   * "Not again just yet": after so many visits a song is back at 63 % of its weight; 0 turns the factor off. Measured
   * with performers; for guests its sign is not proven, so a venue refits it on its own journal.
   */
  readonly restVisits?: number
  /** Songs that may not be sung here: a history may still hold them. */
  readonly blocked?: ReadonlySet<Id>
}

/**
 * At most `limit` songs, each once: the members' own by `Σ 0.5^(days/90) × (1 − e^(−n/2))`, best first, summed over the
 * party, then hot ones in their given order. `n` = visits since it was last sung, 1 when that was the last visit.
 * Only visits before `at` (ms) count.
 */
export function preloadPlaylist(
  members: readonly MemberFacts[],
  hotSongs: readonly Song[],
  at: number,
  limit: number,
  { restVisits = 2, blocked = new Set() }: PreloadSettings = {},
): PreloadedSong[] {
  const known = new Map(hotSongs.map(song => [song.id, song]))
  const allowed = (song: Id) => !blocked.has(song) && known.get(song)?.blocked !== true
  const list = bestFirst(partySongs(members, at, restVisits), known)
    .filter(({ song }) => allowed(song))
    .slice(0, limit)
    .map((song): PreloadedSong => ({ ...song, ...lengthOf(known.get(song.song)), why: 'yours' }))
  const chosen = new Set(list.map(({ song }) => song))
  for (const song of known.values()) {
    if (list.length >= limit) break
    if (!chosen.has(song.id) && allowed(song.id)) list.push({ ...refOf(song), why: 'hot' })
  }
  return list
}

const halfLifeMs = 90 * 86_400_000

/** Counted in place: a regular's two years are a thousand performances, and a hundred parties may come at once. */
interface Scored {
  readonly song: SongRef
  score: number
  lastSungAt: number
}

function partySongs(members: readonly MemberFacts[], at: number, restVisits: number): readonly Scored[] {
  const party = new Map<Id, Scored>()
  for (const { history } of members) {
    for (const own of memberSongs(history.visits, at, restVisits)) {
      const known = party.get(own.song.song)
      if (known) {
        known.score += own.score
        known.lastSungAt = Math.max(known.lastSungAt, own.lastSungAt)
      } else party.set(own.song.song, own)
    }
  }
  return [...party.values()]
}

function memberSongs(visits: readonly PastVisit[], at: number, restVisits: number): Iterable<Scored> {
  const songs = new Map<Id, Scored>()
  const rested = new Map<Id, number>()
  const past = visits.filter(visit => visit.at < at).sort((a, b) => b.at - a.at)
  for (const [index, visit] of past.entries()) {
    const weight = 0.5 ** ((at - visit.at) / halfLifeMs)
    const rest = restFactor(index + 1, restVisits)
    for (const song of visit.sung) {
      const known = songs.get(song.song)
      if (known) known.score += weight
      else {
        songs.set(song.song, { song, score: weight, lastSungAt: visit.at })
        // The newest visit that has it comes first, and decides.
        rested.set(song.song, rest)
      }
    }
  }
  for (const [id, song] of songs) song.score *= rested.get(id) ?? 1
  return songs.values()
}

const restFactor = (visitsSince: number, restVisits: number): number =>
  restVisits === 0 ? 1 : 1 - Math.exp(-visitsSince / restVisits)

// As for the usual: a tie is a tie in whatever order it was summed.
const rounded = (score: number): number => Math.round(score * 1e12)

/** Equals by what the house sings more, then by what was sung last. */
function bestFirst(songs: readonly Scored[], known: ReadonlyMap<Id, Song>): SongRef[] {
  return songs
    .map(({ song, score, lastSungAt }) => ({
      song,
      score: rounded(score),
      popularity: known.get(song.song)?.popularity ?? 0,
      lastSungAt,
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.popularity - a.popularity ||
        b.lastSungAt - a.lastSungAt ||
        (a.song.song < b.song.song ? -1 : 1),
    )
    .map(({ song }) => song)
}

const lengthOf = (song: Song | undefined): { lengthMs?: number } =>
  song?.lengthMs === undefined ? {} : { lengthMs: song.lengthMs }
