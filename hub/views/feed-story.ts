/** Each fact as a line of news: where, about what, and for whose eyes. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Event } from '../domain/events.ts'
import type { Sees } from './console/sees.ts'
import type { ViewContext } from './context.ts'

export interface Story {
  /** Who is told: whoever sees this part of the house. */
  readonly to: (may: Sees) => boolean
  /** What it is called there, where its own name says too little. */
  readonly event?: 'RequestOver' | 'PinResetAtHub'
  readonly room?: Id
  readonly staff?: Id
  readonly about?: string
  /** Minor units. */
  readonly amount?: number
  readonly qty?: number
  /** The hour that it is about, ms since the epoch. */
  readonly when?: number
}

const theHouse = (may: Sees) => may.house
const whoSeats = (may: Sees) => may.checkIns
const whoReserves = (may: Sees) => may.reservations !== 'none'
const whoServes = (may: Sees) => may.visits
const whoKeepsMoney = (may: Sees) => may.spend

/** Undefined for what is no news. */
export function storyOf(event: Event, context: ViewContext): Story | undefined {
  const ofVisit = (visit: Id): { room?: Id } => {
    const room = context.state.visits.get(visit)?.room
    return room === undefined ? {} : { room }
  }
  const ofOrder = (id: Id): { room?: Id } => {
    const order = context.state.orders.get(id)
    return order ? ofVisit(order.visit) : {}
  }
  const ofRequest = (id: Id): { room?: Id; about?: string } => {
    const request = context.state.requests.get(id)
    if (!request) return {}
    const { what, about } = request
    const said =
      what.kind === 'service'
        ? what.service
        : what.kind === 'complaint'
          ? what.category
          : what.kind === 'desk'
            ? what.why
            : what.kind
    return { ...('visit' in about && ofVisit(about.visit)), about: said }
  }
  const by = (staff: Id | undefined): { staff?: Id } => (staff === undefined ? {} : { staff })

  switch (event.type) {
    case 'CheckedIn':
      return { to: whoSeats, about: event.how, ...(event.party !== undefined && { qty: event.party }) }
    case 'CheckInFailed':
      return { to: whoSeats, about: event.failure }
    case 'CheckInSeated':
      return { to: whoSeats, ...ofVisit(event.visit) }
    case 'CheckInMistaken':
    case 'TroubleCleared':
    case 'CheckInDismissed':
    case 'CheckInRestored':
    case 'CheckInLapsed':
      return { to: whoSeats }
    case 'DeskCalled':
      return { to: whoServes, about: event.why }

    case 'HostAsked':
    case 'SeekerGone':
      return { to: whoSeats, ...ofVisit(event.visit) }
    case 'SeekerAnswered':
      return { to: whoSeats, ...ofVisit(event.visit), about: event.answer }

    case 'VisitOpened':
      return { to: whoServes, room: event.room, qty: event.party }
    case 'MemberJoined':
    case 'MemberLeft':
      return { to: whoServes, ...ofVisit(event.visit) }
    case 'VisitMoved':
      return { to: whoServes, room: event.to, about: event.from }
    case 'VisitsMerged':
      return { to: whoServes, ...ofVisit(event.into), about: event.freed }
    case 'VisitExtended':
    case 'ExtensionUndone':
      return { to: whoServes, ...ofVisit(event.visit), qty: event.minutes, amount: event.charge }
    case 'TariffChanged':
      return { to: whoServes, ...ofVisit(event.visit), about: event.terms.tariff }
    case 'TariffTimeEnded':
    case 'SettleUndone':
    case 'OrderRuleSet':
      return { to: whoServes, ...ofVisit(event.visit) }
    case 'DiscreetSet':
      return { to: whoServes, ...ofVisit(event.visit), about: event.discreet ? 'on' : 'off' }
    case 'TotalsSet':
      return { to: whoServes, ...ofVisit(event.visit), about: event.shown ? 'on' : 'off' }
    case 'HostCodeMissed':
      return { to: whoServes, ...ofVisit(event.visit) }
    case 'DoNotDisturbSet':
      return { to: whoServes, ...ofVisit(event.visit), about: event.on ? 'on' : 'off' }
    case 'PartyCounted':
      return { to: whoServes, ...ofVisit(event.visit), qty: event.party }
    case 'AttendantSet':
      return { to: whoServes, ...ofVisit(event.visit), staff: event.attendant }
    case 'BookerSet': {
      const { booker } = event
      // A member who booked for others is a guest: no feed names one.
      const ofHouse = booker !== undefined && context.staff(booker) !== undefined
      return { to: whoKeepsMoney, ...ofVisit(event.visit), ...(ofHouse && { about: booker }) }
    }
    case 'VisitSettled':
      return { to: whoServes, ...ofVisit(event.visit), amount: Math.max(0, event.room + event.orders - event.comps) }
    case 'VisitCancelled':
    case 'VisitClosed':
      return { to: whoServes, room: event.room }
    case 'RoomConditionSet':
      return { to: whoServes, room: event.room, about: event.condition }

    case 'OrderPlaced':
      return {
        // Who keeps the money is told of the gift itself.
        to: event.source === 'gift' ? may => whoServes(may) && !whoKeepsMoney(may) : whoServes,
        ...ofVisit(event.visit),
        about: event.order,
        amount: event.total,
        qty: event.lines.reduce((sum, { qty }) => sum + qty, 0),
      }
    case 'OrderCancelled':
      return { to: whoServes, ...ofOrder(event.order), about: event.order }
    case 'OrderAccepted':
      // Nobody at the bar accepted a gift: it is theirs at once.
      if (context.state.orders.get(event.order)?.source === 'gift') return undefined
      return { to: whoServes, ...ofOrder(event.order), about: event.order, ...by(event.staff) }
    case 'TicketPrinted':
      return { to: whoServes, ...ofOrder(event.order), about: event.order }
    case 'PrintAsked':
    case 'OrderRecalled':
    case 'OrderApproved':
    case 'OrderDelivered':
      return { to: whoServes, ...ofOrder(event.order), about: event.order, ...by(event.staff) }
    case 'OrderRejected':
      return { to: whoServes, ...ofOrder(event.order), about: event.reason, ...by(event.staff) }
    case 'LineReturned':
      return {
        to: whoServes,
        ...ofOrder(event.order),
        about: event.reason,
        qty: event.qty,
        amount: event.amount,
        staff: event.by,
      }
    case 'OrderTicked':
      return { to: whoKeepsMoney, ...ofOrder(event.order), about: event.ticked ? 'on' : 'off' }
    case 'SoldOutSet':
      return { to: whoServes, about: event.item, qty: event.soldOut ? 1 : 0 }
    case 'CompGiven':
    case 'CompTakenBack':
      return {
        to: whoKeepsMoney,
        ...ofVisit(event.visit),
        about: event.item ?? event.kind,
        amount: event.amount,
        staff: event.by,
        ...(event.qty !== undefined && { qty: event.qty }),
      }
    case 'KeepStored':
    case 'KeepUndone':
    case 'KeepDrawn':
      return {
        to: whoServes,
        ...(event.visit !== undefined && ofVisit(event.visit)),
        ...(event.item !== undefined && { about: event.item }),
        qty: event.tenths,
        ...by(event.by),
      }
    case 'KeepCorrected':
      return { to: whoServes, about: event.item, qty: event.tenths, staff: event.by }
    case 'KeepExtended':
    case 'KeepForfeited':
      return { to: whoServes, about: event.item, staff: event.by }

    case 'ServiceCalled':
      return { to: whoServes, ...ofVisit(event.visit), about: event.service }
    case 'Complained':
      return { to: whoServes, ...ofVisit(event.visit), about: event.category }
    case 'RequestRepeated':
      return { to: whoServes, ...ofRequest(event.request), qty: event.times }
    case 'RequestEscalated':
      return { to: whoServes, ...ofRequest(event.request), qty: event.level }
    case 'RequestTaken':
    case 'RequestResolved':
      return { to: whoServes, ...ofRequest(event.request), staff: event.staff }
    case 'RequestPassed':
    case 'RequestSnoozed':
    case 'RequestResumed':
      return { to: whoServes, ...ofRequest(event.request), staff: event.staff }
    case 'RequestOverdue':
    case 'RequestReleased':
    case 'RequestOnTheWay':
    case 'TakeLapsed':
    case 'PassLapsed':
    case 'RequestConfirmed':
    case 'ConfirmationLapsed':
    case 'RequestReopened':
      return { to: whoServes, ...ofRequest(event.request) }
    case 'RequestWithdrawn':
      return { to: whoServes, ...ofRequest(event.request), ...(event.over && { event: 'RequestOver' as const }) }
    case 'FeedbackGiven':
      return { to: whoServes, ...ofVisit(event.visit), about: event.face }

    case 'Reserved':
    case 'ReservationAmended':
      return {
        to: whoReserves,
        ...(event.room !== undefined && { room: event.room }),
        qty: event.party,
        when: event.arrivesAt,
      }
    case 'ReservationCancelled':
    case 'ReservationReleased':
      return { to: whoReserves }
    case 'ReservationHonoured':
      return { to: whoReserves, ...ofVisit(event.visit) }

    case 'SignedIn':
      return { to: theHouse, staff: event.staff }
    case 'ShiftStarted':
    case 'ShiftEnded':
      return { to: whoServes, staff: event.staff }
    case 'PinFailed':
      return { to: theHouse, staff: event.staff, qty: event.failures }
    case 'PinReset':
      return { to: theHouse, about: event.staff, ...(event.atHub && { event: 'PinResetAtHub' as const }) }
    case 'PhoneShown':
    case 'MemberFileTaken':
    case 'CardBlocked':
    case 'LeaveAsked':
    case 'LeaveWithdrawn':
    case 'MembersMerged':
    case 'MemberErased':
      return { to: theHouse }
    case 'SongEnded': {
      // What was sung is the guests' own; a song that the house lacks is for whoever keeps its songs.
      if (event.how !== 'missing') return undefined
      const passed = context.state.playlists.get(event.visit)?.sung.find(({ entry }) => entry === event.entry)
      return { to: whoServes, ...ofVisit(event.visit), ...(passed && { about: passed.title }) }
    }
    case 'SongsImported':
      return { to: theHouse, about: event.file, qty: event.songs, staff: event.by }
    case 'StaffChanged':
      return { to: theHouse, about: event.staff }
    case 'SetupChanged': {
      const { part, id, fields } = event
      const price = fields.find(({ field }) => field === 'price')?.now
      return { to: theHouse, about: part === 'item' ? id : part, ...(typeof price === 'number' && { amount: price }) }
    }
    case 'PairingAllowed':
    case 'PairingEnded':
      return undefined
    case 'BackupBegan':
      return undefined
    case 'RestoreBegan':
      return { to: theHouse }
    case 'RestoreFailed':
      return { to: theHouse, about: event.why }
    case 'HouseRestored':
      return { to: theHouse, ...(event.by !== undefined && { staff: event.by }) }
    case 'BackupMade':
      return { to: theHouse }
    case 'BackupFailed':
      return { to: theHouse, about: event.why }
    case 'DevicePaired':
    case 'DeviceRevoked':
    case 'DeviceCopied':
      return { to: theHouse, about: event.device }
    case 'DayRolled':
      return { to: theHouse, about: event.day }

    case 'PartySaid':
    case 'CheckInNamed':
    case 'CheckInDiscreetSet':
    case 'CheckInKept':
    case 'CheckInRecognised':
    case 'WelcomeEnded':
    case 'UsualPredicted':
    case 'FavouriteMarked':
    case 'OrderDivided':
    case 'TapPassedOn':
    case 'PassedOnAnswered':
    case 'PlaylistPreloaded':
    case 'SongAdded':
    case 'EntryRemoved':
    case 'EntryTopped':
    case 'PreloadedCleared':
    case 'VocalsSet':
    case 'SongStarted':
    case 'SignedOut':
    case 'RecordSaved':
      return undefined
    default:
      return assertNever(event)
  }
}
