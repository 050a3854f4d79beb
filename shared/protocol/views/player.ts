/** What a player may know: what each room is to play. */
import type { Id } from '../primitives.ts'

/** The entry to play now; no slice where there is none, nor where songs wait for their guests. */
export interface PlayingView extends SongToPlay {
  readonly visit: Id
  readonly room: Id
  readonly roomName: string
  /** 原唱: with its singer, where the file has both. */
  readonly vocals: boolean
  /** What follows, as long as nobody moves it: a player that is cut off plays on. */
  readonly next: readonly SongToPlay[]
}

export interface SongToPlay {
  readonly entry: Id
  readonly song: Id
  /** What its file is named by, where that is not `song`. */
  readonly number?: string
  readonly title: string
  readonly artist: string
  readonly lengthMs: number
}

export interface PlayerSlices {
  playing: PlayingView
}
