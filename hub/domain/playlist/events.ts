/** Facts of a visit's songs. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/** What is kept of a song in a fact: enough to show and play it without the catalogue. */
export interface SongRef {
  song: Id
  title: string
  artist: string
  /** Length in ms, where known. */
  lengthMs?: number
}

export type PlaylistEvent =
  /** The house's gift at the start: what the members sing, with hot songs. */
  | { type: 'PlaylistPreloaded'; visit: Id; entries: readonly (SongRef & { entry: Id; why: 'yours' | 'hot' })[] }
  | { type: 'SongAdded'; visit: Id; entry: Id; song: SongRef; top: boolean }
  | { type: 'EntryRemoved'; visit: Id; entry: Id }
  | { type: 'EntryTopped'; visit: Id; entry: Id }
  | { type: 'PreloadedCleared'; visit: Id }
  | { type: 'SongStarted'; visit: Id; entry: Id }
  /** `how`: the player said so, a guest skipped, or nobody reported and time passed. */
  | { type: 'SongEnded'; visit: Id; entry: Id; how: 'played' | 'skipped' | 'assumed' }
