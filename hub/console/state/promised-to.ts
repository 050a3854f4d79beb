/** To whom a room is promised that somebody else is about to be put into, as far as this console knows of promises. */
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { ReservationView, RoomView } from '../../../shared/protocol/views/console.ts'
import type { ConsoleLink } from '../link/console-link.ts'
import type { Speech } from './speech.ts'

export function promisedTo(
  link: ConsoleLink,
  { t, format }: Speech,
  { refused, about }: Refusal,
  command: PeopleCommand,
): string | undefined {
  const room = refused === 'room-promised' && about !== undefined ? link.get('room', about) : undefined
  const held = room && holding(link, room, ownOf(link, command))
  if (!held) return undefined
  const { title: name, arrivesAt } = held
  const time = format.time(arrivesAt)
  if (held.room === undefined)
    return name === undefined ? t('heldClassAt', { time }) : t('heldClassFor', { time, name })
  return name === undefined ? t('heldAt', { time }) : t('heldFor', { time, name })
}

/** The one who has this room, or comes to it first; else whoever of its class does, since as many are promised as there are rooms. */
function holding(link: ConsoleLink, room: RoomView, own: Id | undefined): ReservationView | undefined {
  const { heldFor, roomClass } = room
  const byName = heldFor === undefined || heldFor === own ? undefined : link.get('reservation', heldFor)
  if (byName) return byName
  const others = link
    .all('reservation')
    .filter(one => one.id !== own && !one.released)
    .sort((one, other) => one.arrivesAt - other.arrivesAt)
  return (
    others.find(one => one.room === room.id) ??
    others.find(one => one.room === undefined && one.roomClass === roomClass)
  )
}

/** Who is expected in this room before the night is over, whether or not it is held for them yet. */
export const expectedIn = (link: ConsoleLink, room: Id): ReservationView | undefined =>
  link
    .all('reservation')
    .filter(one => one.room === room && !one.released && one.arrivesAt < link.hubNow() + nightMs)
    .sort((one, other) => one.arrivesAt - other.arrivesAt)[0]

const nightMs = 12 * 60 * 60_000

/** A promise holds nothing against whom it was made to. */
const ownOf = (link: ConsoleLink, command: PeopleCommand): Id | undefined =>
  command.type === 'SeatCheckIn' ? link.get('checkin', command.checkIn)?.reservation : undefined
