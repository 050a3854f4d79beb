/** Who plays in the simulated evening, and on which devices. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { wallRoom } from '../demo/devices.ts'
import type { DemoKeys } from '../demo/keys.ts'
import type { Credentials } from './link.ts'
import type { Regular } from './regulars.ts'

export interface SignIn {
  readonly staff: Id
  readonly pin: string
}

export interface Seat extends Credentials {
  /** Absent for a station that works without a PIN. */
  readonly signIn?: SignIn
}

export interface Cast {
  readonly desk: Seat
  readonly manager: Seat
  readonly bar: Seat
  readonly floor: Seat
  readonly player?: Credentials
  readonly reader?: Credentials
  /** Panel by room. */
  readonly panels: ReadonlyMap<Id, Credentials>
  /** Members who may come tonight. */
  readonly regulars: readonly Regular[]
  /** Where a newcomer plays: left to their hands for a while. */
  readonly wall?: Wall
}

export interface Wall {
  readonly room: Id
  readonly party: number
  /** Whose room it is. */
  readonly member?: Id
}

export function demoCast(keys: DemoKeys, regulars: readonly Regular[]): Cast {
  const credentials = (device: Id): Credentials => ({ device, token: keys.tokens[device] ?? '' })
  const seat = (device: Id, role: string): Seat => {
    const person = keys.pins.find(one => one.role === role)
    return { ...credentials(device), ...(person && { signIn: { staff: person.staff, pin: person.pin } }) }
  }
  const panels = Object.keys(keys.tokens).flatMap(device => {
    const [, room] = /^d1-panel(.+)$/.exec(device) ?? []
    // The panel on the wall is a newcomer's: two screens on one device would throw each other out.
    return room === undefined || room === wallRoom ? [] : [[room, credentials(device)] as const]
  })
  const guest = regulars.find(({ cards }) => cards.includes(keys.card))
  return {
    desk: seat('d1-simdesk', 'desk'),
    manager: seat('d1-simmanager', 'manager'),
    bar: seat('d1-simbar', 'bar'),
    floor: credentials('d1-simfloor'),
    player: credentials('d1-player'),
    reader: credentials('d1-reader'),
    panels: new Map(panels),
    regulars: regulars.filter(one => one !== guest),
    wall: { room: wallRoom, party: 8, ...(guest && { member: guest.id }) },
  }
}
