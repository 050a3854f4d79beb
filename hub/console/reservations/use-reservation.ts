/** What the form holds, and the command that it amounts to. */
import { fitsScreens } from '../../../shared/protocol/called.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import type { PickedMember } from '../parts/member-picker.tsx'
import { isPhone } from '../parts/phone.ts'
import { nightOf, onNight, typedTime } from '../state/clock-time.ts'
import type { DraftOf } from '../state/drafts.ts'
import { type House, me, useHouse } from '../state/house.ts'
import { timeZoneOf } from '../state/time-zone.ts'

export interface Wanted {
  readonly member: PickedMember | undefined
  /** The guest's name; beside a member, what tonight's screens say instead. */
  readonly name: string
  /** Typed anew; an old one is not shown. */
  readonly phone: string
  readonly party: number
  readonly day: string
  readonly time: string
  /** Minutes. */
  readonly hold: number
  readonly roomClass: Id | undefined
  readonly room: Id | 'any'
  readonly deposit: boolean
  readonly note: string
  readonly discreet: boolean
  readonly booker: Id | undefined
}

export type SetWanted = (changes: Partial<Wanted>) => void

export interface TypedReservation {
  /** What the form began with: somebody else may save while it is open. */
  readonly seen: ReservationView | undefined
  readonly wanted: Wanted
}

/** A new one, or one that there is, as they begin. */
export function typedAtFirst(house: House, seen?: ReservationView): TypedReservation {
  return { seen, wanted: initial(house, seen, timeZoneOf(house)) }
}

export function useReservation(
  reservation: ReservationView | undefined,
  typed: TypedReservation,
  draft: DraftOf<TypedReservation>,
) {
  const { seen, wanted } = typed
  const house = useHouse()
  const timeZone = timeZoneOf(house)
  // As it passes: a form may stay open for long.
  const now = house.now.value
  const tonight = house.link.one('night')?.day ?? nightOf(now, timeZone)
  const set: SetWanted = changes => {
    const latest = draft.latest() ?? typed
    draft.set({ ...latest, wanted: { ...latest.wanted, ...changes } })
  }
  const arrivesAt = onNight(wanted.day, wanted.time, { day: tonight, now, timeZone })
  const over = arrivesAt !== undefined && (arrivesAt + wanted.hold * minuteMs <= now || isPast(arrivesAt, now, seen))
  const classes = classesOf(house)
  const roomClass =
    wanted.roomClass ?? classes.find(({ capacity }) => capacity >= wanted.party)?.id ?? classes.at(-1)?.id
  return {
    wanted: [wanted, set] as const,
    tonight,
    seen,
    /** Somebody else saved since. */
    changed: reservation?.amended !== seen?.amended,
    /** Begins anew with the newest. */
    look() {
      draft.open(typedAtFirst(house, reservation))
    },
    arrivesAt,
    /** It has passed, or the time for which it is held. */
    over,
    roomClass,
    /** Said of a room whose party may still sit there at that hour. */
    inUse(room: Id): { readonly more?: string } {
      const there = house.link.all('visit').find(visit => visit.room === room)
      if (!there || wanted.day !== tonight) return {}
      const { t, format } = house.speech.value
      const { endsAt } = there.terms
      if (endsAt === undefined || endsAt <= now) return { more: t('room.inUse') }
      return arrivesAt === undefined || arrivesAt < endsAt
        ? { more: t('inUseUntil', { time: format.time(endsAt) }) }
        : {}
    },
    /** Undefined while something is missing, or is more than the lobby can sing. */
    command:
      arrivesAt === undefined || over || roomClass === undefined
        ? undefined
        : commandOf(seen, wanted, arrivesAt, roomClass),
  }
}

/** The minute that runs can be agreed on; who is late agreed on theirs before. */
const isPast = (arrivesAt: number, now: number, seen: ReservationView | undefined): boolean =>
  arrivesAt + minuteMs <= now && (seen === undefined || arrivesAt !== startOfMinute(seen.arrivesAt))

const minuteMs = 60_000
const startOfMinute = (at: number): number => at - (at % minuteMs)

function commandOf(
  reservation: ReservationView | undefined,
  wanted: Wanted,
  arrivesAt: number,
  roomClass: Id,
): CommandOf<'Reserve' | 'AmendReservation'> | undefined {
  const { member, phone, party, hold, room, deposit, discreet, booker } = wanted
  const name = wanted.name.trim()
  const note = wanted.note.trim()
  // What was taken once stays.
  if (member && name !== '' && name !== reservation?.name && !fitsScreens(name)) return undefined
  if ((member === undefined && name === '') || (phone !== '' && !isPhone(phone))) return undefined
  const promise = {
    ...(member && { member: member.id }),
    ...(name !== '' && { name }),
    ...(member === undefined && phone !== '' && { phone }),
    party,
    arrivesAt,
    heldUntil: arrivesAt + hold * minuteMs,
    roomClass,
    ...(room !== 'any' && { room }),
    deposit,
    ...(note !== '' && { note }),
    ...(booker !== undefined && { booker }),
    discreet,
  }
  return reservation === undefined
    ? { type: 'Reserve', ...promise }
    : { type: 'AmendReservation', reservation: reservation.id, amended: reservation.amended, ...promise }
}

function initial(house: House, reservation: ReservationView | undefined, timeZone: string): Wanted {
  if (!reservation) {
    const nextHour = Math.ceil(house.link.hubNow() / 3_600_000) * 3_600_000
    return {
      member: undefined,
      name: '',
      phone: '',
      party: 4,
      // Shortly before the night ends the next hour is the next one's.
      day: nightOf(nextHour, timeZone),
      time: typedTime(nextHour, timeZone),
      hold: 30,
      roomClass: undefined,
      room: 'any',
      deposit: false,
      note: '',
      discreet: false,
      booker: me(house),
    }
  }
  const {
    member,
    name = '',
    party,
    arrivesAt,
    heldUntil,
    roomClass,
    room = 'any',
    deposit,
    note = '',
    discreet,
    booker,
  } = reservation
  return {
    ...{ member, name, party, roomClass, room, deposit, note, discreet, booker },
    phone: '',
    day: nightOf(arrivesAt, timeZone),
    time: typedTime(arrivesAt, timeZone),
    hold: Math.round((heldUntil - arrivesAt) / 60_000),
  }
}

/** The classes that this house has rooms of, small ones first. */
export function classesOf(house: House) {
  const found = new Map(
    house.link
      .all('room')
      .map(({ roomClass, className, capacity }) => [roomClass, { id: roomClass, className, capacity }]),
  )
  return [...found.values()].sort((one, other) => one.capacity - other.capacity)
}
