/** When a song nobody reports about is taken to be over, and when what was laid ready begins though nobody touched the panel. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { gatherMs } from '../../../shared/protocol/gather.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Playlist } from '../state.ts'
import type { Policy } from '../venue-config.ts'

export interface DuePlaylist {
  /** Ms since the epoch. */
  readonly at: number
  readonly command: CommandOf<'AssumeSongEnded' | 'AssumeGuestsIn'>
}

export function duePlaylist(
  visit: Id,
  list: Playlist | undefined,
  policy: Pick<Policy, 'assumedSongMs'>,
): DuePlaylist | undefined {
  const playing = list?.playing
  if (!playing) {
    const next = list?.queue[0]
    return next && { at: next.addedAt + gatherMs, command: { type: 'AssumeGuestsIn', visit } }
  }
  const lasts = playing.lengthMs === undefined ? policy.assumedSongMs : playing.lengthMs + reportGraceMs
  return { at: playing.startedAt + lasts, command: { type: 'AssumeSongEnded', visit, entry: playing.entry } }
}

/** A player that is a little late with its report still wins. */
const reportGraceMs = 20_000
