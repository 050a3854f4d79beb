/** 开台: a party gets its room. Used by the desk directly and when it seats a check-in. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { WrittenLocale } from '../../../shared/protocol/words.ts'
import type { Meta } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import { roomOf } from '../room-of.ts'
import type { ReadState, Reservation } from '../state.ts'
import type { RoomClass, VenueConfig } from '../venue-config.ts'
import { isInTheWay, isSpare } from './free-rooms.ts'
import { prepare } from './prepare.ts'
import { type TariffTerms, termsOf } from './tariff.ts'
import { totalsAtFirst } from './totals.ts'

export interface Opening {
  readonly room: Id
  readonly tariff: Id
  readonly party: number
  readonly host?: Id
  readonly reservation?: Reservation
  readonly discreet: boolean
  /** A walk-in's name, or what the host is called tonight. */
  readonly text?: Id
  readonly language?: WrittenLocale
}

/** The facts of an opening, `VisitOpened` first, under the id `visit`; or why not. */
export function openVisit(state: ReadState, meta: Meta, visit: Id, opening: Opening): readonly Event[] | Refusal {
  const { room, party, host, reservation, discreet, text, language } = opening
  const { venue, at } = meta
  const roomClass = classOf(venue, room)
  if (!roomClass) return refuse('unknown', 'choose-other', { about: room })
  const taken = refuseRoom(state, meta, room, reservation?.id)
  if (taken) return taken
  const tariff = venue.tariffs.find(one => one.id === opening.tariff && one.roomClass === roomClass.id)
  if (!tariff) return refuse('unknown', 'choose-other', { about: opening.tariff })
  const terms = termsOf(tariff, at, venue)
  if (!terms) return refuse('unavailable', 'choose-other', { about: tariff.id })
  const tooLong = refuseStay(state, meta, room, terms, reservation?.id)
  if (tooLong) return tooLong
  if (host !== undefined && state.present.has(host)) return refuse('already-in', 'look-again', { about: host })
  const booker = reservation?.booker
  const opened: EventOf<'VisitOpened'> = {
    type: 'VisitOpened',
    visit,
    room,
    party,
    ...(host !== undefined && { host }),
    ...(booker !== undefined && { booker }),
    ...(reservation && { reservation: reservation.id }),
    terms,
    minimumSpend: roomClass.minimumSpend,
    orderRule: venue.policy.defaultOrderRule,
    discreet,
    ...(text !== undefined && { text }),
    ...(language !== undefined && { language }),
  }
  return [
    opened,
    ...(reservation ? [{ type: 'ReservationHonoured' as const, reservation: reservation.id, visit }] : []),
    ...totalsAtFirst(visit, host !== undefined, meta),
    ...prepare(state, meta, visit, host === undefined ? [] : [host], discreet),
  ]
}

/** Why a party may not be put into this room now. A room promised to others, by name or of its class, asks once. */
export function refuseRoom(state: ReadState, meta: Meta, room: Id, ownReservation?: Id): Refusal | undefined {
  const { condition, visit } = state.rooms.get(room) ?? { condition: 'ready' }
  if (visit !== undefined) return refuse('room-taken', 'choose-other', { about: room })
  if (condition !== 'ready') return refuse('room-not-ready', 'choose-other', { about: room })
  if (!meta.sure && !isSpare(state, meta.venue, meta.at, room, ownReservation))
    return refuse('room-promised', 'confirm', { about: room })
  return undefined
}

/** A room that others are promised while this party may stay by what was agreed asks once, however early it is. */
export function refuseStay(
  state: ReadState,
  { sure, venue }: Pick<Meta, 'sure' | 'venue'>,
  room: Id,
  { endsAt }: Pick<TariffTerms, 'endsAt'>,
  ownReservation?: Id,
): Refusal | undefined {
  if (sure || endsAt === undefined || !isInTheWay(state, venue, room, endsAt, ownReservation)) return undefined
  return refuse('room-promised', 'confirm', { about: room })
}

export function classOf(venue: VenueConfig, room: Id): RoomClass | undefined {
  const found = roomOf(venue, room)
  return venue.classes.find(one => one.id === found?.roomClass)
}
