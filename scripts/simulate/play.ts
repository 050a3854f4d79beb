/** What every role of the simulation is given, and how it is driven. */
import type { Chance } from '../demo/random.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './cast.ts'
import type { LinkDeps } from './link.ts'
import type { Parties } from './parties.ts'
import type { Tally } from './tally.ts'

export interface Play extends LinkDeps {
  readonly cast: Cast
  readonly chance: Chance
  readonly agenda: Agenda
  readonly parties: Parties
  readonly tally: Tally
  readonly speed: number
  /** Rooms to keep occupied. */
  readonly target: (rooms: number) => number
}

export interface Role {
  /** Looks at what its device shows and plans what is to be done; called often. */
  look(): void
  close(): void
}

/** Ms of real time that a newcomer's room, orders and calls are left alone: hands are not faster at a higher speed. */
export const wallPatienceMs = { seat: 60_000, order: 40_000, request: 25_000, settled: 5 * 60_000, clean: 20_000 }

export const isWallRoom = ({ cast }: Pick<Play, 'cast'>, room: string | undefined): boolean =>
  room !== undefined && room === cast.wall?.room
