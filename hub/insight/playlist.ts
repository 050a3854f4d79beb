/** The playlist a party finds on its panel: what its members sing, filled with what the house sings. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import type { SongRef } from '../domain/playlist/events.ts'
import type { Song } from '../domain/playlist/song.ts'

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
  const yours = partySongs(members, at, restVisits)
    .filter(({ song }) => allowed(song.song))
    .sort((a, b) => compare(a, b, known))
    .map(({ song }): PreloadedSong => ({ ...song, ...lengthOf(known.get(song.song)), why: 'yours' }))
  const chosen = new Set(yours.map(song => song.song))
  const hot = [...known.values()]
    .filter(song => !chosen.has(song.id) && allowed(song.id))
    .map((song): PreloadedSong => ({ ...refOf(song), why: 'hot' }))
  return [...yours, ...hot].slice(0, limit)
}

const halfLifeMs = 90 * 86_400_000

interface Scored {
  readonly song: SongRef
  readonly score: number
  readonly lastSungAt: number
}

function partySongs(members: readonly MemberFacts[], at: number, restVisits: number): Scored[] {
  const party = new Map<Id, Scored>()
  for (const { history } of members) {
    for (const own of memberSongs(history.visits, at, restVisits)) {
      const other = party.get(own.song.song)
      party.set(own.song.song, {
        song: own.song,
        score: own.score + (other?.score ?? 0),
        lastSungAt: Math.max(own.lastSungAt, other?.lastSungAt ?? 0),
      })
    }
  }
  return [...party.values()]
}

function memberSongs(visits: readonly PastVisit[], at: number, restVisits: number): Scored[] {
  const songs = new Map<Id, Scored & { readonly rested: number }>()
  const past = visits.filter(visit => visit.at < at).sort((a, b) => b.at - a.at)
  for (const [index, visit] of past.entries()) {
    const weight = 0.5 ** ((at - visit.at) / halfLifeMs)
    for (const song of visit.sung) {
      const newer = songs.get(song.song)
      songs.set(song.song, {
        song: newer?.song ?? song,
        score: weight + (newer?.score ?? 0),
        lastSungAt: newer?.lastSungAt ?? visit.at,
        // The newest visit that has it comes first, and decides.
        rested: newer?.rested ?? restFactor(index + 1, restVisits),
      })
    }
  }
  return [...songs.values()].map(({ rested, ...song }) => ({ ...song, score: song.score * rested }))
}

const restFactor = (visitsSince: number, restVisits: number): number =>
  restVisits === 0 ? 1 : 1 - Math.exp(-visitsSince / restVisits)

// As for the usual: a tie is a tie in whatever order it was summed.
const rounded = (score: number): number => Math.round(score * 1e12)

/** Best first; equals by what the house sings more, then by what was sung last. */
function compare(a: Scored, b: Scored, known: ReadonlyMap<Id, Song>): number {
  const popularity = (song: SongRef) => known.get(song.song)?.popularity ?? 0
  return (
    rounded(b.score) - rounded(a.score) ||
    popularity(b.song) - popularity(a.song) ||
    b.lastSungAt - a.lastSungAt ||
    (a.song.song < b.song.song ? -1 : 1)
  )
}

const refOf = (song: Song): SongRef => ({
  song: song.id,
  title: song.title,
  artist: song.artist,
  ...lengthOf(song),
})

const lengthOf = (song: Song | undefined): { lengthMs?: number } =>
  song?.lengthMs === undefined ? {} : { lengthMs: song.lengthMs }
