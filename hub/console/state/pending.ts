/** What is shown while taps are on their way: each slice as it will be once the hub has said yes. Truth replaces it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type {
  CheckInView,
  OrderView,
  RequestView,
  ReservationView,
  RoomView,
  SeekerView,
  VisitView,
} from '../../../shared/protocol/views/console.ts'
import type { MenuItemView } from '../../../shared/protocol/views/venue.ts'
import type { PendingTap } from '../link/console-link.ts'

/** `pending`: shown ahead of the hub's answer, with a mark. */
export type Shown<T> = T & { readonly pending?: true }

/** Who stands at the door, and for whom. */
export interface SeekerAt {
  readonly visit: VisitView
  readonly seeker: SeekerView
}

type Taps = readonly PendingTap[]

const mark = { pending: true } as const

function fold<T>(start: T, taps: Taps, step: (shown: T, tap: PendingTap) => T): T {
  let shown = start
  for (const tap of taps) shown = step(shown, tap)
  return shown
}

/** `me`: who is signed in here; at a station the tap itself says whose name was tapped. */
export function shownRequest(request: RequestView, taps: Taps, me: Id | undefined): Shown<RequestView> {
  return fold<Shown<RequestView>>(request, taps, (shown, { command, tappedAt }) => {
    if (!('request' in command) || command.request !== request.id) return shown
    switch (command.type) {
      case 'TakeRequest':
        return { ...shown, ...taken(command.as ?? me), status: 'acknowledged', takenAt: tappedAt, ...mark }
      case 'ResumeRequest':
        return { ...shown, ...taken(command.as ?? me), status: 'acknowledged', takenAt: tappedAt, ...mark }
      case 'SnoozeRequest': {
        const lapsesAt = tappedAt + command.minutes * 60_000
        const by = taken(command.as ?? me)
        return { ...shown, ...by, status: 'acknowledged', takenAt: tappedAt, snooze: command.reason, lapsesAt, ...mark }
      }
      case 'PassRequest': {
        const by = command.as ?? me
        return { ...untaken(shown), ...(by !== undefined && { passed: { by, to: command.to } }), ...mark }
      }
      case 'ReleaseRequest':
        // Who had it before it was put aside or passed on is the hub's to say.
        if (shown.snooze !== undefined || shown.status === 'open') return { ...shown, ...mark }
        return { ...untaken(shown), ...mark }
      case 'GoToRequest':
        return { ...shown, onTheWay: true, ...mark }
      case 'ResolveRequest':
        return { ...shown, status: 'resolved', resolvedAt: tappedAt, outcome: command.outcome, ...mark }
      default:
        return shown
    }
  })
}

const taken = (by: Id | undefined) => (by === undefined ? {} : { takenBy: by })

function untaken(shown: Shown<RequestView>): RequestView {
  const { takenBy: _by, takenAt: _at, lapsesAt: _lapses, snooze: _why, ...request } = shown
  return { ...request, status: 'open', onTheWay: false }
}

export function shownOrder(order: OrderView, taps: Taps): Shown<OrderView> {
  return fold<Shown<OrderView>>(order, taps, (shown, { command, tappedAt }) => {
    if (!('order' in command) || command.order !== order.id) return shown
    switch (command.type) {
      case 'ApproveOrder':
        return { ...shown, status: 'placed', ...mark }
      case 'AcceptOrder':
        return { ...shown, status: 'accepted', acceptedAt: tappedAt, ...mark }
      case 'DeliverOrder':
        return { ...shown, status: 'delivered', deliveredAt: tappedAt, ...mark }
      case 'RecallOrder': {
        const { deliveredAt: _when, deliveredBy: _who, ...rest } = shown
        return { ...rest, status: 'accepted', ...mark }
      }
      case 'RejectOrder': {
        const rest = command.lines ? shown.lines.filter(({ line }) => !command.lines?.includes(line)) : []
        return rest.length > 0
          ? { ...shown, lines: rest, ...mark }
          : { ...shown, status: 'rejected', rejected: command.reason, ...mark }
      }
      case 'TickOrder':
        return { ...shown, ticked: command.ticked, ...mark }
      default:
        return shown
    }
  })
}

export function shownVisit(visit: VisitView, taps: Taps): Shown<VisitView> {
  return fold<Shown<VisitView>>(visit, taps, (shown, { command, tappedAt }) => {
    if (!('visit' in command) || command.visit !== visit.id) return shown
    switch (command.type) {
      case 'SetDiscreet':
        return { ...shown, discreet: command.discreet, ...mark }
      case 'SetTotalsShown':
        return { ...shown, totals: { ...shown.totals, shown: command.shown }, ...mark }
      case 'SetOrderRule':
        return { ...shown, orderRule: command.rule, ...mark }
      case 'CountParty':
        return { ...shown, party: command.party, ...mark }
      case 'SetAttendant':
        return { ...shown, attendant: command.staff, ...mark }
      case 'SetBooker': {
        const { booker: _before, ...rest } = shown
        return { ...rest, ...(command.booker !== undefined && { booker: command.booker }), ...mark }
      }
      case 'SettleVisit':
        return { ...shown, status: 'settled', settledAt: tappedAt, ...mark }
      case 'UndoSettle':
        return { ...shown, status: 'open', ...mark }
      case 'UndoOpen':
      case 'MoveVisit':
      case 'ChangeTariff':
      case 'ExtendVisit':
      case 'UndoExtend':
      case 'CloseVisit':
        return { ...shown, ...mark }
      default:
        return shown
    }
  })
}

export function shownRoom(room: RoomView, taps: Taps): Shown<RoomView> {
  return fold<Shown<RoomView>>(room, taps, (shown, { command }) => {
    if (!('room' in command) || command.room !== room.id) return shown
    switch (command.type) {
      case 'CleanRoom':
        return { ...shown, condition: 'ready', ...mark }
      case 'SetOutOfOrder':
        return { ...shown, condition: command.outOfOrder ? 'out-of-order' : 'ready', ...mark }
      case 'OpenVisit':
      case 'SeatCheckIn':
        return { ...shown, ...mark }
      default:
        return shown
    }
  })
}

/** A check-in that somebody is being seated from stays, marked; a dismissed one is gone at once. */
export function shownCheckIn(checkIn: CheckInView, taps: Taps): Shown<CheckInView> | undefined {
  return fold<Shown<CheckInView> | undefined>(checkIn, taps, (shown, { command }) => {
    if (!shown || !('checkIn' in command) || command.checkIn !== checkIn.id) return shown
    switch (command.type) {
      case 'DismissCheckIn':
        return undefined
      case 'SeatCheckIn':
      case 'JoinVisit':
        return { ...shown, ...mark }
      case 'AmendCheckIn': {
        const { party, discreet, called: title, isThem } = command
        return {
          ...shown,
          ...(party !== undefined && { party }),
          ...(discreet !== undefined && { discreet }),
          ...(title !== undefined && { title }),
          ...(isThem !== undefined && { glance: false }),
        }
      }
      default:
        return shown
    }
  })
}

export function shownSeekers(visit: VisitView, taps: Taps): readonly SeekerAt[] {
  return (visit.seekers ?? []).flatMap(seeker => {
    const shown = fold<SeekerView | undefined>(seeker, taps, (one, { command, tappedAt }) => {
      if (!one || !('seeker' in command) || command.seeker !== seeker.id) return one
      if (command.type === 'EndSeeker') return undefined
      if (command.type === 'AnswerSeeker') return { ...one, answer: command.answer }
      const { answer: _before, ...asked } = one
      return { ...asked, at: tappedAt }
    })
    return shown ? [{ visit, seeker: shown }] : []
  })
}

/** What is to be agreed instead is not shown ahead: whether it can be is for the hub to say. */
export function shownReservation(reservation: ReservationView, taps: Taps): Shown<ReservationView> | undefined {
  const about = (type: 'AmendReservation' | 'CancelReservation' | 'CheckInReservation') =>
    taps.some(({ command }) => command.type === type && command.reservation === reservation.id)
  if (about('CancelReservation')) return undefined
  return about('AmendReservation') || about('CheckInReservation') ? { ...reservation, ...mark } : reservation
}

export function shownItem(item: MenuItemView, taps: Taps): Shown<MenuItemView> {
  const last = taps.filter(({ command }) => command.type === 'SetSoldOut' && command.item === item.id).at(-1)
  return last?.command.type === 'SetSoldOut' ? { ...item, soldOut: last.command.soldOut, ...mark } : item
}
