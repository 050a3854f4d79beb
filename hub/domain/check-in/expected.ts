/** Who was promised a room without being a member: found by the number they left, or told to the desk. */
import type { Accepted, Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { expectedAt } from '../reservation/window.ts'
import type { CheckIn, ReadState, Reservation } from '../state.ts'
import { offerFor } from '../visit/free-rooms.ts'
import { type Arrival, resultOf } from './arrival.ts'

/** The reservation of who left this number, as a keyed hash. */
export const expectedBy = (state: ReadState, contact: string | undefined, at: number): Reservation | undefined =>
  contact === undefined ? undefined : expectedAt(state, at).find(one => one.contact === contact)

export const waitingFor = (state: Pick<ReadState, 'checkIns'>, { inLobby }: Reservation): CheckIn | undefined =>
  inLobby.flatMap(id => state.checkIns.get(id) ?? [])[0]

/** Whoever knows a number may type it: staff look before anybody says the name. */
export function expectedArrives(state: ReadState, meta: Meta, reservation: Reservation, arrival: Arrival): Accepted {
  const { at, venue } = meta
  const { text, discreet } = reservation
  const party = arrival.party ?? reservation.party
  const offer = offerFor(state, venue, at, { party, reservation })
  const checkedIn: EventOf<'CheckedIn'> = {
    type: 'CheckedIn',
    checkIn: meta.id('c'),
    ...arrival,
    party,
    reservation: reservation.id,
    ...(offer !== undefined && { offer }),
    ...(text !== undefined && { text }),
    welcomed: false,
    discreet,
    glance: arrival.how !== 'desk',
    lapsesAt: at + venue.policy.checkInLapsesMs,
  }
  return { events: [checkedIn], result: resultOf({ ...checkedIn, id: checkedIn.checkIn }) }
}
