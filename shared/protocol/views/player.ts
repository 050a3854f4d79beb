/** What a player may know: what each room is to play. */
import type { Id } from '../primitives.ts'

export interface PlayingView {
  readonly visit: Id
  readonly room: Id
  /** The entry to play now, started or not. */
  readonly entry: Id
  readonly song: Id
  readonly title: string
  readonly artist: string
  readonly lengthMs: number
  readonly started: boolean
}

export interface PlayerSlices {
  playing: PlayingView
}
