/** Reads an event back from the journal, whose keyed hash vouches for its shape: only the type is asked after. */
import type { Event, EventType } from './events.ts'

/** Throws for what is no event of this version. */
export function parseEvent(raw: unknown): Event {
  if (
    typeof raw === 'object' &&
    raw !== null &&
    'type' in raw &&
    typeof raw.type === 'string' &&
    Object.hasOwn(known, raw.type)
  )
    return raw as Event
  throw new Error(`not an event of this version: ${JSON.stringify(raw).slice(0, 200)}`)
}

// A Record, so that a new event type fails the type check until it is named here.
const known: Readonly<Record<EventType, true>> = {
  AttendantSet: true,
  CardBlocked: true,
  CheckInDismissed: true,
  CheckInFailed: true,
  CheckInLapsed: true,
  CheckInRestored: true,
  CheckInSeated: true,
  CheckedIn: true,
  CompGiven: true,
  Complained: true,
  ConfirmationLapsed: true,
  DayRolled: true,
  DeskCalled: true,
  DevicePaired: true,
  DeviceRevoked: true,
  DiscreetSet: true,
  DoNotDisturbSet: true,
  EntryRemoved: true,
  EntryTopped: true,
  ExtensionUndone: true,
  FeedbackGiven: true,
  HostCodeMissed: true,
  KeepDrawn: true,
  KeepStored: true,
  LeaveAsked: true,
  LeaveWithdrawn: true,
  LineReturned: true,
  MemberErased: true,
  MemberJoined: true,
  OrderAccepted: true,
  OrderApproved: true,
  OrderCancelled: true,
  OrderDelivered: true,
  OrderPlaced: true,
  OrderRejected: true,
  OrderRuleSet: true,
  OrderTicked: true,
  PartySaid: true,
  PinFailed: true,
  PinReset: true,
  PlaylistPreloaded: true,
  PreloadedCleared: true,
  RecordSaved: true,
  RequestConfirmed: true,
  RequestEscalated: true,
  RequestOnTheWay: true,
  RequestReleased: true,
  RequestReopened: true,
  RequestRepeated: true,
  RequestResolved: true,
  RequestTaken: true,
  RequestWithdrawn: true,
  ReservationCancelled: true,
  ReservationHonoured: true,
  ReservationReleased: true,
  Reserved: true,
  RoomConditionSet: true,
  ServiceCalled: true,
  SettleUndone: true,
  SignedIn: true,
  SignedOut: true,
  SoldOutSet: true,
  SongAdded: true,
  SongEnded: true,
  SongStarted: true,
  TakeLapsed: true,
  TariffTimeEnded: true,
  TotalsSet: true,
  UsualPredicted: true,
  VisitClosed: true,
  VisitExtended: true,
  VisitMoved: true,
  VisitOpened: true,
  VisitSettled: true,
  VisitsMerged: true,
  WelcomeEnded: true,
}
