/** Rooms promised: reserved by staff, cancelled by staff, released by time. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import type { ReadState } from '../state.ts'
import { dueReservation } from './due.ts'
import { clash, mostAtOnce } from './window.ts'

export type ReservationCommand = CommandOf<'Reserve' | 'CancelReservation' | 'ReleaseReservation'>

export function decideReservation(state: ReadState, command: ReservationCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'Reserve':
      return reserve(state, command, meta)
    case 'CancelReservation': {
      const reservation = state.reservations.get(command.reservation)
      if (!reservation) return refuse('unknown', 'look-again', { about: command.reservation })
      if (reservation.status !== 'held') return refuse('already-done', 'look-again', { about: reservation.id })
      return { events: [{ type: 'ReservationCancelled', reservation: reservation.id }] }
    }
    case 'ReleaseReservation': {
      const due = dueReservation(state.reservations.get(command.reservation))
      if (!due || meta.at < due.at) return { events: [] }
      return { events: [{ type: 'ReservationReleased', reservation: command.reservation }] }
    }
    default:
      return assertNever(command)
  }
}

function reserve(state: ReadState, command: CommandOf<'Reserve'>, meta: Meta): Decision {
  const { member, party, arrivesAt, heldUntil, roomClass, room, deposit } = command
  const { venue, facts, by } = meta
  if (heldUntil < arrivesAt || heldUntil <= meta.at) return refuse('malformed', 'look-again')
  if (!venue.classes.some(one => one.id === roomClass)) return refuse('unknown', 'choose-other', { about: roomClass })
  if (room !== undefined) {
    if (!venue.rooms.some(one => one.id === room && one.roomClass === roomClass))
      return refuse('unknown', 'choose-other', { about: room })
    if (isPromised(state, room, command)) return refuse('room-taken', 'choose-other', { about: room })
  }
  const rooms = venue.rooms.filter(one => one.roomClass === roomClass).length
  if (!meta.sure && mostAtOnce(state, roomClass, command) >= rooms)
    return refuse('room-promised', 'confirm', { about: roomClass })
  const known = member === undefined ? undefined : facts.members.get(member)?.member
  if (member !== undefined && !known) return refuse('unknown', 'look-again', { about: member })
  const booker = command.booker ?? (by.kind === 'staff' ? by.staff : undefined)
  const reservation = meta.id('b')
  const named = command.name === undefined ? undefined : facts.saved
  const events: Event[] = named ? [{ type: 'RecordSaved', kind: 'text', id: named.id, rev: named.rev }] : []
  events.push({
    type: 'Reserved',
    reservation,
    ...(member !== undefined && { member }),
    ...(named && { text: named.id }),
    party,
    arrivesAt,
    heldUntil,
    roomClass,
    ...(room !== undefined && { room }),
    deposit,
    ...(booker !== undefined && { booker }),
    discreet: command.discreet ?? known?.discreet ?? false,
  })
  return { events, result: { reservation } }
}

function isPromised(state: ReadState, room: string, wish: { arrivesAt: number; heldUntil: number }): boolean {
  for (const other of state.reservations.values())
    if (other.room === room && other.status === 'held' && clash(other, wish)) return true
  return false
}
