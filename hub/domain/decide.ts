/** What a command leads to, given everything that is known: facts, or a refusal. Pure; which capability decides it. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { Command } from '../../shared/protocol/commands.ts'
import { decideCheckIn } from './check-in/decide.ts'
import { decideComp } from './comp/decide.ts'
import type { Decision, Meta } from './decision.ts'
import { decideFeedback } from './feedback/decide.ts'
import { decideKeep } from './keep/decide.ts'
import { decideMember } from './member/decide.ts'
import { decideOrder } from './order/decide.ts'
import { decidePlaylist } from './playlist/decide.ts'
import { decideRecord } from './record/decide.ts'
import { decideRequest } from './request/decide.ts'
import { decideReservation } from './reservation/decide.ts'
import { decideSeeker } from './seeker/decide.ts'
import { decideSetup } from './setup/decide.ts'
import { decideStaff } from './staff/decide.ts'
import type { ReadState } from './state.ts'
import { decideVisit } from './visit/decide.ts'

export function decide(state: ReadState, command: Command, meta: Meta): Decision {
  switch (command.type) {
    case 'TouchCard':
    case 'MisreadCard':
    case 'ScanCode':
    case 'EnterPhone':
    case 'WalkIn':
    case 'CallDesk':
    case 'SayParty':
    case 'Enrol':
    case 'LeaveNumber':
    case 'SeatCheckIn':
    case 'JoinVisit':
    case 'DismissCheckIn':
    case 'RestoreCheckIn':
    case 'AmendCheckIn':
    case 'CheckInMember':
    case 'CheckInReservation':
    case 'ClearTrouble':
    case 'EndWelcome':
    case 'LapseCheckIn':
      return decideCheckIn(state, command, meta)
    case 'OpenVisit':
    case 'UndoOpen':
    case 'MoveVisit':
    case 'ChangeTariff':
    case 'MergeVisits':
    case 'ExtendVisit':
    case 'UndoExtend':
    case 'SettleVisit':
    case 'UndoSettle':
    case 'CloseVisit':
    case 'SetDiscreet':
    case 'SetOrderRule':
    case 'SetTotalsShown':
    case 'ShowTotals':
    case 'HideTotals':
    case 'SetAttendant':
    case 'SetBooker':
    case 'CountParty':
    case 'LeaveVisit':
    case 'AnswerPassedOn':
    case 'CleanRoom':
    case 'SetOutOfOrder':
    case 'EndTariffTime':
    case 'RollDay':
    case 'StartDay':
      return decideVisit(state, command, meta)
    case 'AskHost':
    case 'AnswerSeeker':
    case 'EndSeeker':
      return decideSeeker(state, command, meta)
    case 'Reserve':
    case 'AmendReservation':
    case 'CancelReservation':
    case 'ReleaseReservation':
      return decideReservation(state, command, meta)
    case 'AddSong':
    case 'RemoveEntry':
    case 'TopEntry':
    case 'SkipSong':
    case 'ClearPreloaded':
    case 'LayPreloaded':
    case 'BeginSongs':
    case 'SetVocals':
    case 'StartSong':
    case 'EndSong':
    case 'PassSong':
    case 'AssumeGuestsIn':
    case 'AssumeSongEnded':
      return decidePlaylist(state, command, meta)
    case 'PlaceOrder':
    case 'UndoOrder':
    case 'MarkFavourite':
    case 'PlaceOrderFor':
    case 'ApproveOrder':
    case 'AcceptOrder':
    case 'DeliverOrder':
    case 'RecallOrder':
    case 'RejectOrder':
    case 'PrintTicket':
    case 'ReturnLine':
    case 'TickOrder':
    case 'SetSoldOut':
      return decideOrder(state, command, meta)
    case 'GiveComp':
    case 'TakeBackComp':
      return decideComp(state, command, meta)
    case 'StoreKeep':
    case 'UndoKeep':
    case 'DrawKeep':
    case 'ExtendKeep':
    case 'ForfeitKeep':
    case 'CorrectKeep':
      return decideKeep(state, command, meta)
    case 'CallService':
    case 'Complain':
    case 'WithdrawRequest':
    case 'ConfirmRequest':
    case 'ReopenRequest':
    case 'TakeRequest':
    case 'ReleaseRequest':
    case 'GoToRequest':
    case 'ResolveRequest':
    case 'PassRequest':
    case 'SnoozeRequest':
    case 'ResumeRequest':
    case 'SetDoNotDisturb':
    case 'LapseTake':
    case 'EscalateRequest':
    case 'OverdueRequest':
    case 'LapseConfirmation':
      return decideRequest(state, command, meta)
    case 'GiveFeedback':
      return decideFeedback(state, command, meta)
    case 'SignIn':
    case 'SignOut':
    case 'StartShift':
    case 'EndShift':
    case 'LapseShift':
    case 'StartPairing':
    case 'EndPairing':
    case 'BackUp':
    case 'RestoreHouse':
    case 'ResetPin':
    case 'ExpireSession':
      return decideStaff(state, command, meta)
    case 'NewMember':
    case 'SaveMember':
    case 'AddCard':
    case 'BlockCard':
    case 'UnblockCard':
    case 'ReplaceCard':
    case 'RenewCode':
    case 'SetCardFormat':
    case 'SetCamera':
    case 'ConfirmPairing':
    case 'ReadmitDevice':
    case 'PlaceReader':
    case 'RenameDevice':
    case 'RevokeDevice':
    case 'RevokeAgain':
      return decideRecord(state, command, meta)
    case 'SaveItem':
    case 'RetireItem':
    case 'SaveCategory':
    case 'MoveCategory':
    case 'RemoveCategory':
    case 'NewStaff':
    case 'SaveStaff':
    case 'RemoveStaff':
    case 'RemoveAgain':
    case 'SaveRoom':
    case 'PlaceRooms':
    case 'RemoveRoom':
    case 'SaveRoomClass':
    case 'RemoveRoomClass':
    case 'SaveTariff':
    case 'RemoveTariff':
    case 'SavePolicy':
    case 'SaveHouse':
    case 'ImportSongs':
      return decideSetup(state, command, meta)
    case 'SaveMyself':
    case 'AskToLeave':
    case 'StayAfterAll':
    case 'DismissLeave':
    case 'MergeMembers':
    case 'EraseMember':
    case 'EraseAgain':
      return decideMember(state, command, meta)
    default:
      return assertNever(command)
  }
}
