/**
 * What a fact makes of the state: the touched aggregates are replaced in their tables. The same at the moment of the
 * command and at replay, years later: nothing but the event, its line and the state is read.
 */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import { evolveCheckIn } from './check-in/evolve.ts'
import { evolveComp } from './comp/evolve.ts'
import type { LineMeta } from './decision.ts'
import type { Event } from './events.ts'
import { evolveFeedback } from './feedback/evolve.ts'
import { evolveKeep } from './keep/evolve.ts'
import { evolveMember } from './member/evolve.ts'
import { evolveOrder } from './order/evolve.ts'
import { evolvePlaylist } from './playlist/evolve.ts'
import { evolveRequest } from './request/evolve.ts'
import { evolveReservation } from './reservation/evolve.ts'
import { evolveSeeker } from './seeker/evolve.ts'
import { evolveHouse } from './staff/evolve.ts'
import { type State, songsOfHouse } from './state.ts'
import { evolveVisit } from './visit/evolve.ts'

export function evolve(state: State, event: Event, line: LineMeta): void {
  switch (event.type) {
    case 'CheckedIn':
    case 'PartySaid':
    case 'CheckInNamed':
    case 'CheckInDiscreetSet':
    case 'CheckInRecognised':
    case 'CheckInMistaken':
    case 'TroubleCleared':
    case 'CheckInFailed':
    case 'CheckInSeated':
    case 'CheckInDismissed':
    case 'CheckInRestored':
    case 'CheckInKept':
    case 'CheckInLapsed':
    case 'WelcomeEnded':
      return evolveCheckIn(state, event, line)
    case 'VisitOpened':
    case 'MemberJoined':
    case 'MemberLeft':
    case 'VisitCancelled':
    case 'VisitMoved':
    case 'VisitsMerged':
    case 'VisitExtended':
    case 'ExtensionUndone':
    case 'TariffChanged':
    case 'TariffTimeEnded':
    case 'DiscreetSet':
    case 'TotalsSet':
    case 'HostCodeMissed':
    case 'OrderRuleSet':
    case 'AttendantSet':
    case 'BookerSet':
    case 'PartyCounted':
    case 'DoNotDisturbSet':
    case 'TapPassedOn':
    case 'PassedOnAnswered':
    case 'VisitSettled':
    case 'SettleUndone':
    case 'VisitClosed':
    case 'RoomConditionSet':
    case 'DayRolled':
      return evolveVisit(state, event, line)
    case 'Reserved':
    case 'ReservationAmended':
    case 'ReservationCancelled':
    case 'ReservationReleased':
    case 'ReservationHonoured':
      return evolveReservation(state, event)
    case 'HostAsked':
    case 'SeekerAnswered':
    case 'SeekerGone':
      return evolveSeeker(state, event, line)
    case 'PlaylistPreloaded':
    case 'SongAdded':
    case 'EntryRemoved':
    case 'EntryTopped':
    case 'PreloadedCleared':
    case 'VocalsSet':
    case 'SongStarted':
    case 'SongEnded':
      return evolvePlaylist(state, event, line)
    case 'UsualPredicted':
    case 'FavouriteMarked':
    case 'OrderPlaced':
    case 'OrderCancelled':
    case 'OrderApproved':
    case 'OrderAccepted':
    case 'OrderDelivered':
    case 'OrderRecalled':
    case 'OrderDivided':
    case 'OrderRejected':
    case 'LineReturned':
    case 'TicketPrinted':
    case 'PrintAsked':
    case 'OrderTicked':
    case 'SoldOutSet':
      return evolveOrder(state, event, line)
    case 'CompGiven':
    case 'CompTakenBack':
      return evolveComp(state, event, line)
    case 'KeepStored':
    case 'KeepUndone':
    case 'KeepDrawn':
    case 'KeepExtended':
    case 'KeepCorrected':
    case 'KeepForfeited':
      return evolveKeep(state, event, line)
    case 'DeskCalled':
    case 'DeviceCopied':
    case 'ServiceCalled':
    case 'Complained':
    case 'RequestRepeated':
    case 'RequestTaken':
    case 'RequestReleased':
    case 'RequestOnTheWay':
    case 'RequestPassed':
    case 'PassLapsed':
    case 'RequestSnoozed':
    case 'RequestOverdue':
    case 'RequestResumed':
    case 'TakeLapsed':
    case 'RequestEscalated':
    case 'RequestResolved':
    case 'RequestConfirmed':
    case 'ConfirmationLapsed':
    case 'RequestReopened':
    case 'RequestWithdrawn':
      return evolveRequest(state, event, line)
    case 'FeedbackGiven':
      return evolveFeedback(state, event, line)
    case 'SignedIn':
    case 'SignedOut':
    case 'ShiftStarted':
    case 'ShiftEnded':
    case 'PinFailed':
    case 'PinReset':
    case 'RecordSaved':
    case 'CardBlocked':
    case 'PairingAllowed':
    case 'PairingEnded':
    case 'BackupBegan':
    case 'BackupMade':
    case 'BackupFailed':
    case 'RestoreBegan':
    case 'RestoreFailed':
    case 'HouseRestored':
    case 'DevicePaired':
    case 'DeviceRevoked':
    case 'PhoneShown':
    case 'MemberFileTaken':
      return evolveHouse(state, event, line)
    // Settings are records: the state refers to them by ids only.
    case 'SetupChanged':
      return event.part === 'room' && event.gone ? state.rooms.delete(event.id) : undefined
    case 'StaffChanged':
      return
    case 'SongsImported': {
      const { type: _type, encoding: _encoding, ...catalogue } = event
      return state.catalogues.set(songsOfHouse, { ...catalogue, at: line.at })
    }
    case 'LeaveAsked':
    case 'LeaveWithdrawn':
    case 'MembersMerged':
    case 'MemberErased':
      return evolveMember(state, event, line)
    default:
      return assertNever(event)
  }
}
