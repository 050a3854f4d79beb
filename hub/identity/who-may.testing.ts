/** Who there is, and everything each may ask: the table of `authorise.ts` written down a second time, by who asks. */
import { commandTypes } from '../../shared/protocol/commands.ts'
import { queryTypes } from '../../shared/protocol/queries.ts'
import { roles } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import { type Askable, type Asker, principalKind } from './authorise.ts'

export const guests: Principal[] = [
  { kind: 'panel', device: 'd1', room: 'r1' },
  { kind: 'kiosk', device: 'd2' },
  { kind: 'phone', claim: 'c1', kiosk: 'd2' },
]
export const machines: Principal[] = [
  { kind: 'reader', device: 'd3', kiosk: 'd2' },
  { kind: 'player', device: 'd4' },
]
export const unsigned: Principal[] = [
  { kind: 'console', device: 'd5' },
  { kind: 'station', device: 'd6', station: 'bar' },
  { kind: 'station', device: 'd7', station: 'floor' },
]
export const staff: Principal[] = roles.map(role => ({ kind: 'staff', device: 'd5', session: 's1', staff: 'p1', role }))
export const system: Principal = { kind: 'system' }
export const everybody: (Principal | undefined)[] = [...guests, ...machines, ...unsigned, ...staff, system, undefined]
export const asked: Askable[] = [...commandTypes, ...queryTypes, 'ReportReaders', 'ReportSound', 'ReportCamera']

const panel =
  'AddSong RemoveEntry TopEntry SkipSong ClearPreloaded LayPreloaded BeginSongs PlaceOrder UndoOrder CallService Complain WithdrawRequest ' +
  'ConfirmRequest ReopenRequest GiveFeedback SetDoNotDisturb ShowTotals HideTotals MarkFavourite SearchSongs BrowseArtists YourSongs ' +
  'AnswerSeeker AnswerPassedOn SetVocals'
const station =
  'SignIn ReportSound ApproveOrder AcceptOrder DeliverOrder RecallOrder RejectOrder PrintTicket TakeRequest ReleaseRequest GoToRequest ResolveRequest ' +
  'PassRequest SnoozeRequest ResumeRequest StartShift EndShift'
const anyRole =
  'SignIn ReportSound SignOut PlaceOrderFor GiveComp TakeBackComp CompLeft Keeps PrintKeep TakeRequest ReleaseRequest GoToRequest ResolveRequest ' +
  'PassRequest SnoozeRequest ResumeRequest StartShift EndShift'
const roomWork =
  'ExtendVisit UndoExtend CloseVisit SetDiscreet SetTotalsShown SetOrderRule CleanRoom SetOutOfOrder Reserve CancelReservation MemberCard FreeRooms RoomsToPromise ' +
  'AnswerSeeker Complain'
const drinks =
  'ApproveOrder AcceptOrder DeliverOrder RecallOrder RejectOrder PrintTicket ReturnLine StoreKeep UndoKeep DrawKeep'
const desk =
  'AskHost EndSeeker SeatCheckIn JoinVisit LeaveVisit DismissCheckIn RestoreCheckIn AmendCheckIn CheckInMember CheckInReservation ' +
  'ClearTrouble AmendReservation OpenVisit UndoOpen MoveVisit ChangeTariff MergeVisits SettleVisit UndoSettle SetAttendant SetBooker ' +
  'CountParty TickOrder NewMember SaveMember AddCard BlockCard UnblockCard ReplaceCard RenewCode SearchMembers FindGuests MemberPhone ' +
  'MemberCode ReadCard'
const manager = [
  anyRole,
  roomWork,
  drinks,
  desk,
  'SetSoldOut ExtendKeep ForfeitKeep CorrectKeep ResetPin BackUp StartDay StartPairing EndPairing ConfirmPairing ReadmitDevice PlaceReader RenameDevice RevokeDevice SetCardFormat SetCamera',
  'DismissLeave MergeMembers EraseMember MemberFile Nights TellNight TellVisit TestPrinter',
  'SaveItem RetireItem SaveCategory MoveCategory RemoveCategory MenuSetup NewStaff SaveStaff RemoveStaff StaffSetup VenueSetup',
  'SaveRoom PlaceRooms RemoveRoom SaveRoomClass RemoveRoomClass SaveTariff RemoveTariff SavePolicy SaveHouse ImportSongs PlanSongs SongsSetup',
]
const expected: Record<Asker, string> = {
  panel,
  kiosk: 'TouchCard MisreadCard ScanCode EnterPhone WalkIn CallDesk SayParty LeaveNumber ReportCamera',
  phone: 'ScanCode Enrol SaveMyself AskToLeave StayAfterAll',
  reader: 'TouchCard MisreadCard ScanCode ReportReaders',
  player: 'StartSong EndSong PassSong',
  console: 'SignIn ReportSound',
  'bar-station': `${station} SetSoldOut Keeps PrintKeep`,
  'floor-station': `${station} CleanRoom`,
  desk: [anyRole, roomWork, desk, 'ExtendKeep'].join(' '),
  floor: [anyRole, roomWork, drinks].join(' '),
  bar: [anyRole, drinks, 'TickOrder SetSoldOut ExtendKeep'].join(' '),
  manager: manager.join(' '),
  owner: [...manager, 'RestoreHouse Backups'].join(' '),
  system:
    'EndWelcome LapseCheckIn LapseTake EscalateRequest LapseConfirmation EndTariffTime ReleaseReservation AssumeGuestsIn AssumeSongEnded ' +
    'ExpireSession RollDay OverdueRequest LapseShift EraseAgain RevokeAgain RemoveAgain',
  stranger: '',
}

export const askerOf = (principal: Principal | undefined): Asker => (principal ? principalKind(principal) : 'stranger')

export const whoMay = (asker: Asker): ReadonlySet<string> => new Set(expected[asker].split(' ').filter(Boolean))
