/** One simulated evening: everybody of the cast at their device, until it is stopped. */
import { createChance } from '../demo/random.ts'
import { createAgenda } from './agenda.ts'
import type { Cast } from './cast.ts'
import type { TokenKeeper } from './link.ts'
import { createParties } from './parties.ts'
import type { Play, Role } from './play.ts'
import { createBar } from './roles/bar.ts'
import { createDesk } from './roles/desk.ts'
import { createFloor } from './roles/floor.ts'
import { createGuests } from './roles/guests.ts'
import { createManager } from './roles/manager.ts'
import { createPlayer } from './roles/player.ts'
import { createReader } from './roles/reader.ts'
import { createTally, type Tally } from './tally.ts'

export interface EveningOptions {
  readonly origin: string
  readonly cast: Cast
  readonly speed: number
  readonly seed: string
  /** Rooms to keep occupied; absent: 60 %. */
  readonly rooms?: number
  /** Keeps the tokens that the cast's devices are given anew each day; the demo's stay as they are. */
  readonly keepToken?: TokenKeeper['keep']
  /** Something threw: a bug of the simulation. */
  readonly failed: (error: unknown) => void
}

export interface Evening {
  readonly tally: Tally
  /** Undefined while the hub is away. */
  rooms(): { readonly occupied: number; readonly inAll: number } | undefined
  stop(): void
}

const share = 0.6
const lookEveryMs = 500

export function startEvening(options: EveningOptions): Evening {
  const { origin, cast, speed, seed, rooms, keepToken, failed } = options
  const chance = createChance(seed)
  const agenda = createAgenda({ chance, speed, failed })
  const tally = createTally()
  const target = (inAll: number): number => Math.min(rooms ?? Math.round(inAll * share), inAll)
  const play: Play = {
    origin,
    cast,
    speed,
    chance,
    agenda,
    tally,
    target,
    parties: createParties({ chance, speed }),
    ...(keepToken && { tokens: { keep: keepToken, failed } }),
  }

  const desk = createDesk(play)
  const roles: Role[] = [
    desk,
    createManager(play),
    createBar(play),
    createFloor(play),
    ...(cast.player ? [createPlayer(play, cast.player)] : []),
    ...(cast.reader ? [createReader(play, cast.reader, desk)] : []),
    ...[...cast.panels].map(([room, credentials]) => createGuests(play, room, credentials)),
  ]
  // Not everything shows in a view: time passes, and what was refused is tried again.
  const looking = setInterval(() => {
    for (const role of roles) role.look()
  }, lookEveryMs)

  return {
    tally,
    rooms: desk.rooms,
    stop() {
      clearInterval(looking)
      agenda.stop()
      for (const role of roles) role.close()
    },
  }
}
