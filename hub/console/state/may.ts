/** Which buttons a person or a station is offered. The hub decides; this only spares them a "no". */
import type { CommandType } from '../../../shared/protocol/commands.ts'
import type { QueryType } from '../../../shared/protocol/queries.ts'
import type { SelfView } from '../../../shared/protocol/views/console.ts'
import type { Role, Station } from '../../../shared/protocol/words.ts'

export type Who = Role | `${Station}-station` | 'locked'

export function whoIs(self: SelfView | undefined): Who {
  if (self?.session) return self.session.role
  return self?.station === undefined ? 'locked' : `${self.station}-station`
}

export function mayDo(who: Who, what: CommandType | QueryType): boolean {
  return offered[who].has(what)
}

const calls = ['TakeRequest', 'ReleaseRequest', 'GoToRequest', 'ResolveRequest'] as const
const tickets = ['ApproveOrder', 'AcceptOrder', 'DeliverOrder', 'RejectOrder'] as const
const anybody = [...calls, 'SignOut', 'PlaceOrderFor', 'GiveComp'] as const
const rooms = [
  'ExtendVisit',
  'CloseVisit',
  'SetDiscreet',
  'SetOrderRule',
  'CleanRoom',
  'SetOutOfOrder',
  'Reserve',
  'CancelReservation',
  'MemberCard',
  'FreeRooms',
] as const
const reception = [
  'SeatCheckIn',
  'JoinVisit',
  'DismissCheckIn',
  'CheckInMember',
  'OpenVisit',
  'MoveVisit',
  'MergeVisits',
  'SettleVisit',
  'UndoSettle',
  'SetAttendant',
  'TickOrder',
  'SaveMember',
  'SearchMembers',
  'MemberPhone',
] as const
const lead = [
  ...anybody,
  ...rooms,
  ...reception,
  ...tickets,
  'ReturnLine',
  'SetSoldOut',
  'ConfirmPairing',
  'RevokeDevice',
] as const

const offered: Readonly<Record<Who, ReadonlySet<CommandType | QueryType>>> = {
  owner: new Set(lead),
  manager: new Set(lead),
  desk: new Set([...anybody, ...rooms, ...reception]),
  floor: new Set([...anybody, ...rooms, ...tickets, 'ReturnLine']),
  bar: new Set([...anybody, ...tickets, 'ReturnLine', 'TickOrder', 'SetSoldOut']),
  'floor-station': new Set([...calls, ...tickets, 'CleanRoom']),
  'bar-station': new Set([...calls, ...tickets, 'SetSoldOut']),
  locked: new Set([]),
}
