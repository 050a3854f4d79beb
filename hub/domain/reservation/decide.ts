/** Rooms promised: reserved by staff, cancelled by staff, released by time. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { waitingFor } from '../check-in/expected.ts'
import { clockDoubt } from '../clock-doubt.ts'
import { commits, type Decision, type Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import type { ReadState, Reservation } from '../state.ts'
import { dueReservation } from './due.ts'
import type { LostPromise, RoomPromise } from './events.ts'
import { openReservation } from './held.ts'
import { isPromised, mostAtOnce } from './window.ts'

export type ReservationCommand = CommandOf<'Reserve' | 'AmendReservation' | 'CancelReservation' | 'ReleaseReservation'>

export function decideReservation(state: ReadState, command: ReservationCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'Reserve':
      return reserve(state, command, meta)
    case 'AmendReservation':
      return amendReservation(state, command, meta)
    case 'CancelReservation': {
      const reservation = openReservation(state, command.reservation)
      if ('refused' in reservation) return reservation
      return { events: [{ type: 'ReservationCancelled', reservation: reservation.id, was: lostPromise(reservation) }] }
    }
    case 'ReleaseReservation': {
      // Every promise that the house has given would be over at once, and nobody could say why.
      if (clockDoubt(state, meta.venue, meta.at) === 'ahead') return { events: [] }
      const reservation = state.reservations.get(command.reservation)
      const due = dueReservation(reservation)
      if (!reservation || !due || meta.at < due.at) return { events: [] }
      return { events: [{ type: 'ReservationReleased', reservation: reservation.id, was: lostPromise(reservation) }] }
    }
    default:
      return assertNever(command)
  }
}

const lostPromise = ({ arrivesAt, party, roomClass, room, deposit, booker }: Reservation): LostPromise => ({
  arrivesAt,
  party,
  roomClass,
  ...(room !== undefined && { room }),
  deposit,
  ...(booker !== undefined && { booker }),
})

function reserve(state: ReadState, command: CommandOf<'Reserve'>, meta: Meta): Decision {
  const promise = promised(state, command, meta, undefined)
  if ('refused' in promise) return promise
  const reservation = meta.id('b')
  return { events: [...commits(meta.facts), { type: 'Reserved', reservation, ...promise }], result: { reservation } }
}

/** Whoever stands in the lobby for it already is to be received as it is agreed now. */
function amendReservation(state: ReadState, command: CommandOf<'AmendReservation'>, meta: Meta): Decision {
  const reservation = openReservation(state, command.reservation)
  if ('refused' in reservation) return reservation
  const { id, amended = 0 } = reservation
  // An older page does not say what it saw.
  if (command.amended !== undefined && command.amended !== amended)
    return refuse('changed', 'look-again', { about: id })
  const promise = promised(state, command, meta, reservation)
  if ('refused' in promise) return promise
  const waiting = waitingFor(state, reservation)
  const events: Event[] = [...commits(meta.facts), { type: 'ReservationAmended', reservation: id, ...promise }]
  if (waiting && promise.discreet && !waiting.discreet)
    events.push({ type: 'CheckInDiscreetSet', checkIn: waiting.id, discreet: true })
  if (waiting && promise.text !== undefined)
    events.push({ type: 'CheckInNamed', checkIn: waiting.id, text: promise.text })
  return { events, result: { reservation: id } }
}

/** What is promised from now on, or why it cannot be; `own` is what was promised until now. */
function promised(
  state: ReadState,
  command: CommandOf<'Reserve' | 'AmendReservation'>,
  meta: Meta,
  own: Reservation | undefined,
): RoomPromise | Refusal {
  const { member, name, party, arrivesAt, heldUntil, roomClass, room, deposit } = command
  const { venue, facts, by } = meta
  if (member === undefined && name === undefined) return refuse('malformed', 'look-again')
  if (heldUntil < arrivesAt) return refuse('malformed', 'look-again')
  if (heldUntil <= meta.at || isPast(arrivesAt, meta, own)) return refuse('late', 'choose-other')
  if (!venue.classes.some(one => one.id === roomClass)) return refuse('unknown', 'choose-other', { about: roomClass })
  if (room !== undefined) {
    if (!venue.rooms.some(one => one.id === room && one.roomClass === roomClass))
      return refuse('unknown', 'choose-other', { about: room })
    if (isPromised(state, room, command, own?.id)) return refuse('room-taken', 'choose-other', { about: room })
  }
  const rooms = venue.rooms.filter(one => one.roomClass === roomClass).length
  if (!meta.sure && mostAtOnce(state, roomClass, command, own?.id) >= rooms)
    return refuse('room-promised', 'confirm', { about: roomClass })
  const known = member === undefined ? undefined : facts.members.get(member)?.member
  if (member !== undefined && !known) return refuse('unknown', 'look-again', { about: member })
  if (known?.blocked && own?.member !== member) return refuse('banned', 'ask-manager', { about: known.id })
  const booker = command.booker ?? own?.booker ?? (by.kind === 'staff' ? by.staff : undefined)
  const { text: phone = own?.phone, key: contact = own?.contact } = facts.contact ?? {}
  return {
    ...(member !== undefined && { member }),
    ...(facts.named !== undefined && { text: facts.named }),
    ...(member === undefined && phone !== undefined && { phone }),
    ...(member === undefined && contact !== undefined && { contact }),
    ...(facts.noted !== undefined && { note: facts.noted }),
    party,
    arrivesAt,
    heldUntil,
    roomClass,
    ...(room !== undefined && { room }),
    deposit,
    ...(booker !== undefined && { booker }),
    discreet: command.discreet ?? known?.discreet ?? false,
  }
}

/** The minute that runs is no past one, nor is what was agreed in it while the hub was away; who is late was agreed before. */
const isPast = (arrivesAt: number, { tappedAt }: Meta, own: Reservation | undefined): boolean =>
  minuteOf(arrivesAt) < minuteOf(tappedAt) && (own === undefined || minuteOf(arrivesAt) !== minuteOf(own.arrivesAt))

const minuteOf = (at: number): number => Math.floor(at / 60_000)
