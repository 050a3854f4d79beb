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
      return noteDeposit(state, event.visit)
    default:
      return assertNever(event)
  }
}

/** 订金: as long as what was promised with one is had by this party. */
export function noteDeposit(state: State, id: Id): void {
  const visit = state.visits.get(id)
  if (!visit) return
  const { deposit: before, ...rest } = visit
  const deposit = [...state.reservations.values()].some(one => one.visit === id && one.deposit)
  if (deposit !== (before ?? false)) state.visits.set(id, { ...rest, ...(deposit && { deposit: true }) })
}

function change(state: State, id: Id, to: Pick<Reservation, 'status' | 'visit'>): void {
  const reservation = state.reservations.get(id)
  if (reservation) state.reservations.set(id, { ...reservation, ...to })
}
