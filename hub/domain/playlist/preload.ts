/** The songs a party finds when it comes in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { preloadPlaylist } from '../../insight/playlist.ts'
import type { Meta } from '../decision.ts'
import type { MemberFacts } from '../member/member.ts'
import type { PlaylistEvent } from './events.ts'

/**
 * Facts for a visit that opens. In a discreet visit pass no members: nothing from history is shown there.
 */
export function preload(
  visit: Id,
  members: readonly MemberFacts[],
  meta: Pick<Meta, 'at' | 'venue' | 'facts' | 'id'>,
): readonly PlaylistEvent[] {
  const { hotSongs, blockedSongs = new Set() } = meta.facts
  // Nobody could say which songs there are, nor which may not be sung.
  if (!hotSongs) return []
  const songs = preloadPlaylist(members, hotSongs, meta.at, meta.venue.policy.preloadSongs, { blocked: blockedSongs })
  const entries = songs.map(song => ({ ...song, entry: meta.id('e') }))
  const [first] = entries
  if (!first) return []
  return [
    { type: 'PlaylistPreloaded', visit, entries },
    { type: 'SongStarted', visit, entry: first.entry },
  ]
}
