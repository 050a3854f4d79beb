/** Facts of a visit's songs. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/** What is kept of a song in a fact: enough to show and play it without the catalogue. */
export interface SongRef {
  song: Id
  /** The number of its file, where that is not `song`. */
  number?: string
  title: string
  artist: string
  /** Length in ms, where known. */
  lengthMs?: number
}

/** The player said so, a guest skipped, nobody reported and time passed, or the player has no file that plays. */
export type SongEnd = 'played' | 'skipped' | 'assumed' | 'missing'

export type PlaylistEvent =
  /** The house's gift: what the members sing, with hot songs. Takes the place of an earlier one that nobody touched. */
  | { type: 'PlaylistPreloaded'; visit: Id; entries: readonly (SongRef & { entry: Id; why: 'yours' | 'hot' })[] }
  | { type: 'SongAdded'; visit: Id; entry: Id; song: SongRef; top: boolean }
  | { type: 'EntryRemoved'; visit: Id; entry: Id }
  | { type: 'EntryTopped'; visit: Id; entry: Id }
  | { type: 'PreloadedCleared'; visit: Id }
  /** 原唱 / 伴唱, for all songs from now on. */
  | { type: 'VocalsSet'; visit: Id; on: boolean }
  /**
   * `reported`: by the player, which may take a while to load what the hub started; `lengthMs` as its file has it, `voices` if
   * that can be heard with its singer and without.
   */
  | { type: 'SongStarted'; visit: Id; entry: Id; reported?: true; lengthMs?: number; voices?: true }
  | { type: 'SongEnded'; visit: Id; entry: Id; how: SongEnd }
