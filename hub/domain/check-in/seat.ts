/** From the lobby into a room: the desk seats a check-in, or lets it join a party. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { mayCome } from '../reservation/held.ts'
import type { CheckIn, ReadState, Reservation } from '../state.ts'
import { liveVisit } from '../visit/live-visit.ts'
import { openVisit } from '../visit/open-visit.ts'
import { clearAway, usualAgain } from '../visit/prepare.ts'
import { totalsAtFirst } from '../visit/totals.ts'
import { waitingCheckIn } from './waiting.ts'

export function seat(state: ReadState, command: CommandOf<'SeatCheckIn'>, meta: Meta): Decision {
  const checkIn = waitingCheckIn(state, command.checkIn)
  if ('refused' in checkIn) return checkIn
  const reservation = promiseTo(state, checkIn)
  const visit = meta.id('v')
  const opened = openVisit(state, meta, visit, {
    room: command.room,
    tariff: command.tariff,
    // Nobody said how many they are: the one who stands there.
    party: checkIn.party ?? reservation?.party ?? 1,
    ...(checkIn.member !== undefined && { host: checkIn.member }),
    ...(reservation && { reservation }),
    discreet: checkIn.discreet,
    ...(checkIn.text !== undefined && { text: checkIn.text }),
    ...(checkIn.language !== undefined && { language: checkIn.language }),
  })
  if ('refused' in opened) return opened
  return { events: [{ type: 'CheckInSeated', checkIn: checkIn.id, visit }, ...opened], result: { visit } }
}

export function join(state: ReadState, command: CommandOf<'JoinVisit'>, meta: Meta): Decision {
  const checkIn = waitingCheckIn(state, command.checkIn)
  if ('refused' in checkIn) return checkIn
  const visit = liveVisit(state, command.visit)
  if ('refused' in visit) return visit
  const { member } = checkIn
  if (member !== undefined && state.present.has(member)) return refuse('already-in', 'look-again', { about: member })
  const reservation = promiseTo(state, checkIn)
  const events: Event[] = [{ type: 'CheckInSeated', checkIn: checkIn.id, visit: visit.id }]
  if (reservation) events.push({ type: 'ReservationHonoured', reservation: reservation.id, visit: visit.id })
  // Their friends were let in before who had booked for them all: whoever brought the one brought the others.
  if (reservation?.booker !== undefined && visit.booker === undefined)
    events.push({ type: 'BookerSet', visit: visit.id, booker: reservation.booker })
  if (member !== undefined) {
    const discreet = visit.discreet || checkIn.discreet
    events.push({
      type: 'MemberJoined',
      visit: visit.id,
      member,
      discreet,
      ...(checkIn.text !== undefined && { text: checkIn.text }),
    })
    if (visit.host === undefined && visit.totals.code === undefined) events.push(...totalsAtFirst(visit.id, true, meta))
    if (!discreet) events.push(usualAgain(state, meta, visit.id, [...visit.members, member]))
    else if (!visit.discreet) events.push(...clearAway(state, visit.id))
  }
  return { events, result: { visit: visit.id } }
}

function promiseTo(state: ReadState, { reservation: id }: CheckIn): Reservation | undefined {
  const reservation = id === undefined ? undefined : state.reservations.get(id)
  return reservation && mayCome(reservation) ? reservation : undefined
}
