/** What becomes of rooms promised. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Reservation, State } from '../state.ts'
import type { ReservationEvent } from './events.ts'

export function evolveReservation(state: State, event: ReservationEvent): void {
  switch (event.type) {
    case 'Reserved': {
      const { type: _type, reservation: id, ...said } = event
      return state.reservations.set(id, { ...said, id, status: 'held', inLobby: [] })
    }
    case 'ReservationAmended': {
      const { type: _type, reservation: id, ...said } = event
      const { inLobby = [], amended = 0 } = state.reservations.get(id) ?? {}
      return state.reservations.set(id, { ...said, id, status: 'held', inLobby, amended: amended + 1 })
    }
    case 'ReservationCancelled':
      return change(state, event.reservation, { status: 'cancelled' })
    case 'ReservationReleased':
      return change(state, event.reservation, { status: 'released' })
    case 'ReservationHonoured':
      change(state, event.reservation, { status: 'honoured', visit: event.visit })
      return noteBookings(state, event.visit)
    default:
      return assertNever(event)
  }
}

/** 订金, 备注: as long as what was promised with them is had by this party. Past the cutover no booking can be asked any more. */
export function noteBookings(state: State, id: Id): void {
  const visit = state.visits.get(id)
  if (!visit) return
  const { deposit: known, notes: _before, ...rest } = visit
  const theirs = [...state.reservations.values()].filter(one => one.visit === id)
  const deposit = theirs.some(one => one.deposit) || (known === true && visit.before !== undefined)
  const notes = theirs.flatMap(({ note }) => note ?? [])
  state.visits.set(id, { ...rest, ...(deposit && { deposit: true }), ...(notes.length > 0 && { notes }) })
}

function change(state: State, id: Id, to: Pick<Reservation, 'status' | 'visit'>): void {
  const reservation = state.reservations.get(id)
  if (reservation) state.reservations.set(id, { ...reservation, ...to })
}
