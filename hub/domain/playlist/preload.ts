/** The songs a party finds when it comes in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { preloadPlaylist } from '../../insight/playlist.ts'
import type { Meta } from '../decision.ts'
import type { MemberFacts } from '../member/member.ts'
import type { Playlist } from '../state.ts'
import type { PlaylistEvent } from './events.ts'
import { emptyPlaylist } from './evolve.ts'

/**
 * Facts for a visit that opens or that a member joins: what the house had put there and nobody touched is put anew.
 * In a discreet visit pass no members: nothing from history is shown there. Songs already in the list are left out.
 */
export function preload(
  visit: Id,
  members: readonly MemberFacts[],
  meta: Pick<Meta, 'at' | 'venue' | 'facts' | 'id'>,
  list: Playlist = emptyPlaylist,
): readonly PlaylistEvent[] {
  const there = new Set([...list.queue.filter(one => one.by === 'guest'), ...list.sung].map(one => one.song))
  if (list.playing) there.add(list.playing.song)
  const songs = preloadPlaylist(members, meta.facts.hotSongs ?? [], meta.at, meta.venue.policy.preloadSongs, {
    blocked: new Set([...there, ...(meta.facts.blockedSongs ?? [])]),
  })
  const entries = songs.map(song => ({ ...song, entry: meta.id('e') }))
  const [first] = entries
  if (!first) return []
  const preloaded: PlaylistEvent = { type: 'PlaylistPreloaded', visit, entries }
  return list.playing ? [preloaded] : [preloaded, { type: 'SongStarted', visit, entry: first.entry }]
}
