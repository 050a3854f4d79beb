/** The slices as the screens show them: what is true, and on top what was tapped and not yet answered. */

import type { Id } from '../../../shared/protocol/primitives.ts'
import type {
  CheckInView,
  OrderView,
  RequestView,
  ReservationView,
  RoomView,
  VisitView,
} from '../../../shared/protocol/views/console.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import type { FailingPrinter } from '../sound/trouble-soundings.ts'
import { type Alert, sortAlerts, sortCalls } from './alerts.ts'
import { atBar, type House, may, me } from './house.ts'
import { type HouseTrouble, houseTroubles } from './house-troubles.ts'
import type { SeekerAt, Shown } from './pending.ts'
import * as ahead from './pending.ts'
import { type ReaderTrouble, readerTroubles } from './reader-troubles.ts'
import { inOrder } from './rooms.ts'

export const requests = (house: House): readonly Shown<RequestView>[] =>
  house.link.all('request').map(one => ahead.shownRequest(one, house.link.pending.value, me(house)))

/** What the parties wait for that are in the rooms now: what one that left complained of is not the next one's. */
export const roomCalls = (house: House): readonly Shown<RequestView>[] =>
  requests(house).filter(({ status, gone }) => (status === 'open' || status === 'acknowledged') && !gone)

/** Those of one room: what hurts most first, and what nobody has before what somebody has. */
export const callsIn = (house: House, room: Id): readonly Shown<RequestView>[] =>
  sortCalls(
    roomCalls(house).filter(call => call.room === room),
    me(house),
  )

export const orders = (house: House): readonly Shown<OrderView>[] =>
  house.link.all('order').map(one => ahead.shownOrder(one, house.link.pending.value))

/** Orders that somebody must ask the host about, for who may. The bar has them on its board. */
const approvals = (house: House): readonly Shown<OrderView>[] =>
  may(house, 'ApproveOrder') && !atBar(house)
    ? orders(house).filter(({ status }) => status === 'awaiting-approval')
    : []

/** Tickets that this console is to hear of: at the bar all that wait, elsewhere what is to be asked. */
export const heardOrders = (house: House): readonly Shown<OrderView>[] =>
  atBar(house) ? orders(house) : approvals(house)

export const checkIns = (house: House): readonly Shown<CheckInView>[] =>
  house.link.all('checkin').flatMap(one => ahead.shownCheckIn(one, house.link.pending.value) ?? [])

/** Who stands at the door; whoever was told just now is gone. */
export const seekers = (house: House): readonly SeekerAt[] =>
  house.link.all('visit').flatMap(visit => ahead.shownSeekers(visit, house.link.pending.value))

/** Those that nobody at this console has said they know of. */
const missedReaders = (house: House): readonly ReaderTrouble[] =>
  allReaders(house).filter(({ key }) => !house.setAside.value.has(key))

const missedTroubles = (house: House): readonly HouseTrouble[] =>
  allTroubles(house).filter(({ key }) => !house.setAside.value.has(key))

/** All that 现场 lists, what hurts most first. */
export const alerts = (house: House): readonly Alert[] =>
  sortAlerts(
    {
      checkIns: checkIns(house),
      troubles: house.link.all('trouble'),
      requests: requests(house),
      approvals: approvals(house),
      readers: missedReaders(house),
      seekers: seekers(house),
      house: missedTroubles(house),
    },
    me(house),
  )

/** The ticket printer, where somebody works who can see to it, while tickets do not come out of it. */
export function failingPrinter(house: House): FailingPrinter | undefined {
  const printer = house.link.one('printer')
  if (!printer || printer.state === 'well' || !(atBar(house) || may(house, 'TestPrinter'))) return undefined
  return { ...printer, state: printer.state }
}

/** What is amiss that this console is to hear of: the bar leaves nothing but its printer to go and see. */
export const heardTroubles = (house: House) => ({
  readers: atBar(house) ? [] : allReaders(house),
  house: atBar(house) ? [] : allTroubles(house),
  printer: failingPrinter(house),
})

const allReaders = (house: House) => readerTroubles(house.link.all('device'), house.now.value)

const allTroubles = (house: House) =>
  houseTroubles(
    house.link.all('room'),
    house.link.all('visit'),
    house.link.all('staff'),
    house.link.one('backup'),
    house.now.value,
  )

export const reservations = (house: House): readonly Shown<ReservationView>[] =>
  house.link.all('reservation').flatMap(one => ahead.shownReservation(one, house.link.pending.value) ?? [])

export const rooms = (house: House): readonly Shown<RoomView>[] =>
  house.link.all('room').map(one => ahead.shownRoom(one, house.link.pending.value))

/** Who is in the house, in the order of their rooms. */
export function parties(house: House): readonly VisitView[] {
  const visits = house.link.all('visit')
  return inOrder(house.link.all('room')).flatMap(({ id }) => visits.filter(visit => visit.room === id))
}

export const items = (house: House): readonly Shown<MenuItemView>[] =>
  house.link
    .all('item')
    .filter(({ retired }) => !retired)
    .map(one => ahead.shownItem(one, house.link.pending.value))

export function visit(house: House, id: Id | undefined): Shown<VisitView> | undefined {
  const view = id === undefined ? undefined : house.link.get('visit', id)
  return view && ahead.shownVisit(view, house.link.pending.value)
}
