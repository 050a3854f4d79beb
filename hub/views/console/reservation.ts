/** Rooms promised and not yet taken. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import type { ViewContext } from '../context.ts'
import { briefView } from './brief.ts'
import type { Sees } from './sees.ts'

export function reservationView(context: ViewContext, sees: Sees, id: Id): ReservationView | undefined {
  const reservation = context.state.reservations.get(id)
  if (sees.reservations === 'none' || reservation?.status !== 'held') return undefined
  const { party, arrivesAt, heldUntil, roomClass, room, deposit, booker, discreet, text } = reservation
  const named = sees.reservations === 'named'
  const member = named && reservation.member !== undefined ? briefView(context, reservation.member) : undefined
  const title = member?.called ?? (named && text !== undefined ? context.text(text) : undefined)
  return {
    id,
    ...(title !== undefined && { title }),
    ...(member && { member }),
    party,
    arrivesAt,
    heldUntil,
    roomClass,
    ...(room !== undefined && { room }),
    deposit,
    // A member may be the booker: their id would name the guest.
    ...(named && booker !== undefined && { booker }),
    discreet,
  }
}
