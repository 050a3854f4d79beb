/** Bookings of a night that nobody came for: given up by the house, or cancelled and by whom. */
import type { NightBooking } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { ReservationEvent } from '../domain/reservation/events.ts'

export interface LostBooking extends NightBooking {
  /** It was lost on the day that is told. */
  readonly counts: boolean
}

export interface BookingBook {
  readonly lost: ReadonlyMap<Id, LostBooking>
  note(event: ReservationEvent, at: number, by: LineMeta['by'], counts: boolean): void
}

export function createBookingBook(): BookingBook {
  const lost = new Map<Id, LostBooking>()
  return {
    lost,
    note(event, at, by, counts) {
      // Whoever is late comes all the same, or it is agreed anew.
      lost.delete(event.reservation)
      if (event.type !== 'ReservationReleased' && event.type !== 'ReservationCancelled') return
      // An old line does not say what was promised.
      if (!event.was) return
      const cancelled = event.type === 'ReservationCancelled' && by.staff !== undefined
      const who = cancelled ? { cancelledBy: by.staff } : {}
      lost.set(event.reservation, { reservation: event.reservation, at, ...event.was, ...who, counts })
    },
  }
}

/** As it is told. */
export const toldBooking = ({ counts: _counts, ...shown }: LostBooking): NightBooking => shown
