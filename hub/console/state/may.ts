/** Which buttons a person or a station is offered. The hub decides; this only spares them a "no". */
import type { CommandType } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { QueryType } from '../../../shared/protocol/queries.ts'
import type { SelfView, StaffView } from '../../../shared/protocol/views/console.ts'
import { type Role, roles, type Station } from '../../../shared/protocol/words.ts'

export type Who = Role | `${Station}-station` | 'locked'

export function whoIs(self: SelfView | undefined): Who {
  if (self?.session) return self.session.role
  return self?.station === undefined ? 'locked' : `${self.station}-station`
}

export function mayDo(who: Who, what: CommandType | QueryType): boolean {
  return offered[who].has(what)
}

/** Who answers for the house: for its money, and for what a tier is worth. */
export const isLead = (who: Who): boolean => who === 'manager' || who === 'owner'

/** Who may be the other one where money is given away: one of the two answers for the house. */
export const othersFor = (who: Who): readonly Role[] => roles.filter(role => isLead(who) || isLead(role))

/** What managers may give, the owner says; where there is none, they do. */
export const maySetLimits = (self: SelfView | undefined, staff: readonly StaffView[]): boolean =>
  self?.session?.role === 'owner' || !staff.some(({ role }) => role === 'owner')

/** Whoever wrote it, and who answers for the house. */
export const mayRemoveNote = (self: SelfView | undefined, author: Id): boolean =>
  self?.session !== undefined && (self.session.staff === author || isLead(self.session.role))

/**
 * Managers reset PINs of roles below theirs, the owner everybody's; what ten wrong tries turned off, the owner alone, and their
 * own not even they: it takes that PIN.
 */
export function mayResetPin(self: SelfView | undefined, { id, role, pinOff }: StaffView): boolean {
  const by = self?.session
  if (pinOff && by?.staff === id) return false
  if (by?.role === 'owner') return true
  if (by?.role !== 'manager' || pinOff) return false
  return by.staff === id || !isLead(role)
}

const calls = [
  'TakeRequest',
  'ReleaseRequest',
  'GoToRequest',
  'ResolveRequest',
  'PassRequest',
  'SnoozeRequest',
  'ResumeRequest',
  'StartShift',
  'EndShift',
] as const
const tickets = ['ApproveOrder', 'AcceptOrder', 'DeliverOrder', 'RecallOrder', 'RejectOrder', 'PrintTicket'] as const
const shelf = ['Keeps', 'PrintKeep'] as const
const anybody = [...calls, ...shelf, 'SignOut', 'PlaceOrderFor', 'GiveComp', 'TakeBackComp', 'CompLeft'] as const
const keepers = ['StoreKeep', 'UndoKeep', 'DrawKeep'] as const
const rooms = [
  'ExtendVisit',
  'UndoExtend',
  'CloseVisit',
  'SetDiscreet',
  'SetTotalsShown',
  'SetOrderRule',
  'CleanRoom',
  'SetOutOfOrder',
  'Reserve',
  'CancelReservation',
  'MemberCard',
  'FreeRooms',
  'RoomsToPromise',
  'AnswerSeeker',
  'Complain',
] as const
const reception = [
  'AskHost',
  'EndSeeker',
  'SeatCheckIn',
  'JoinVisit',
  'LeaveVisit',
  'DismissCheckIn',
  'RestoreCheckIn',
  'AmendCheckIn',
  'CheckInMember',
  'CheckInReservation',
  'ClearTrouble',
  'AmendReservation',
  'OpenVisit',
  'UndoOpen',
  'MoveVisit',
  'ChangeTariff',
  'MergeVisits',
  'SettleVisit',
  'UndoSettle',
  'SetAttendant',
  'SetBooker',
  'CountParty',
  'TickOrder',
  'NewMember',
  'SaveMember',
  'AddCard',
  'BlockCard',
  'UnblockCard',
  'ReplaceCard',
  'RenewCode',
  'SearchMembers',
  'FindGuests',
  'MemberPhone',
  'MemberCode',
  'ReadCard',
] as const
const lead = [
  ...anybody,
  ...rooms,
  ...reception,
  ...tickets,
  ...keepers,
  'ExtendKeep',
  'ForfeitKeep',
  'CorrectKeep',
  'ReturnLine',
  'SetSoldOut',
  'TestPrinter',
  'StartPairing',
  'EndPairing',
  'BackUp',
  'StartDay',
  'ConfirmPairing',
  'ReadmitDevice',
  'PlaceReader',
  'RenameDevice',
  'RevokeDevice',
  'SetCardFormat',
  'DismissLeave',
  'MergeMembers',
  'EraseMember',
  'MemberFile',
  'SetCamera',
  'Nights',
  'TellNight',
  'TellVisit',
  'MenuSetup',
  'SaveItem',
  'RetireItem',
  'SaveCategory',
  'MoveCategory',
  'RemoveCategory',
  'StaffSetup',
  'NewStaff',
  'SaveStaff',
  'RemoveStaff',
  'VenueSetup',
  'SaveRoom',
  'PlaceRooms',
  'RemoveRoom',
  'SaveRoomClass',
  'RemoveRoomClass',
  'SaveTariff',
  'RemoveTariff',
  'SavePolicy',
  'SaveHouse',
  'ImportSongs',
  'PlanSongs',
  'SongsSetup',
] as const

const offered: Readonly<Record<Who, ReadonlySet<CommandType | QueryType>>> = {
  owner: new Set([...lead, 'RestoreHouse', 'Backups']),
  manager: new Set(lead),
  desk: new Set([...anybody, ...rooms, ...reception, 'ExtendKeep']),
  floor: new Set([...anybody, ...rooms, ...tickets, ...keepers, 'ReturnLine']),
  bar: new Set([...anybody, ...tickets, ...keepers, 'ExtendKeep', 'ReturnLine', 'TickOrder', 'SetSoldOut']),
  'floor-station': new Set([...calls, ...tickets, 'CleanRoom']),
  'bar-station': new Set([...calls, ...shelf, ...tickets, 'SetSoldOut']),
  locked: new Set([]),
}
