/** The songs a party finds when it comes in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { preloadPlaylist } from '../../insight/playlist.ts'
import type { Meta } from '../decision.ts'
import type { MemberFacts } from '../member/member.ts'
import type { PlaylistEvent } from './events.ts'

type Preloaded = Extract<PlaylistEvent, { type: 'PlaylistPreloaded' }>

/**
 * A fact for a visit that opens, undefined where there is nothing to lay ready. They begin when the guests are there.
 * In a discreet visit pass no members: nothing from history is shown there.
 */
export function preload(
  visit: Id,
  members: readonly MemberFacts[],
  meta: Pick<Meta, 'at' | 'venue' | 'facts' | 'id'>,
): Preloaded | undefined {
  const { hotSongs, blockedSongs = new Set() } = meta.facts
  // Nobody could say which songs there are, nor which may not be sung.
  if (!hotSongs) return undefined
  const songs = preloadPlaylist(members, hotSongs, meta.at, meta.venue.policy.preloadSongs, { blocked: blockedSongs })
  if (songs.length === 0) return undefined
  return { type: 'PlaylistPreloaded', visit, entries: songs.map(song => ({ ...song, entry: meta.id('e') })) }
}
