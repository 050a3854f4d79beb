/** Rooms promised and not yet taken. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import { mayCome } from '../../domain/reservation/held.ts'
import type { ViewContext } from '../context.ts'
import { briefView } from './brief.ts'
import { maskPhone } from './mask-phone.ts'
import type { Sees } from './sees.ts'

export function reservationView(context: ViewContext, sees: Sees, id: Id): ReservationView | undefined {
  const reservation = context.state.reservations.get(id)
  if (sees.reservations === 'none' || !reservation || !mayCome(reservation)) return undefined
  const { party, arrivesAt, heldUntil, roomClass, room, deposit, booker, discreet, text, amended = 0 } = reservation
  const named = sees.reservations === 'named'
  const member = named && reservation.member !== undefined ? briefView(context, reservation.member) : undefined
  const name = named && text !== undefined ? context.text(text) : undefined
  const title = name ?? member?.called
  const note = named && reservation.note !== undefined ? context.text(reservation.note) : undefined
  const phone = named && reservation.phone !== undefined ? context.text(reservation.phone) : undefined
  const bookerCalled = named && booker !== undefined ? context.member(booker)?.member.called : undefined
  return {
    id,
    amended,
    ...(title !== undefined && { title }),
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phoneMasked: maskPhone(phone) }),
    ...(member && { member }),
    party,
    arrivesAt,
    heldUntil,
    ...(reservation.status === 'released' && { released: true as const }),
    roomClass,
    ...(room !== undefined && { room }),
    deposit,
    ...(note !== undefined && { note }),
    // A member may be the booker: their id would name the guest.
    ...(named && booker !== undefined && { booker }),
    ...(bookerCalled !== undefined && { bookerCalled }),
    discreet,
  }
}
