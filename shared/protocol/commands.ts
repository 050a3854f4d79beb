/** Every command there is, and the envelope it travels in. */
import * as v from 'valibot'
import { byType } from './by-type.ts'
import * as card from './commands/card.ts'
import * as checkIn from './commands/check-in.ts'
import * as due from './commands/due.ts'
import * as house from './commands/house.ts'
import * as keep from './commands/keep.ts'
import * as membership from './commands/membership.ts'
import * as order from './commands/order.ts'
import * as playlist from './commands/playlist.ts'
import * as request from './commands/request.ts'
import * as seeker from './commands/seeker.ts'
import * as setup from './commands/setup.ts'
import * as visit from './commands/visit.ts'
import { Id, Instant, TapNumber } from './primitives.ts'

const fromPeople = [
  checkIn.TouchCard,
  checkIn.MisreadCard,
  checkIn.ScanCode,
  checkIn.EnterPhone,
  checkIn.WalkIn,
  checkIn.CallDesk,
  checkIn.SayParty,
  checkIn.Enrol,
  checkIn.LeaveNumber,
  checkIn.SeatCheckIn,
  checkIn.JoinVisit,
  checkIn.DismissCheckIn,
  checkIn.RestoreCheckIn,
  checkIn.AmendCheckIn,
  checkIn.CheckInMember,
  checkIn.CheckInReservation,
  checkIn.ClearTrouble,
  seeker.AskHost,
  seeker.AnswerSeeker,
  seeker.EndSeeker,
  visit.OpenVisit,
  visit.UndoOpen,
  visit.MoveVisit,
  visit.ChangeTariff,
  visit.MergeVisits,
  visit.ExtendVisit,
  visit.UndoExtend,
  visit.SettleVisit,
  visit.UndoSettle,
  visit.CloseVisit,
  visit.SetDiscreet,
  visit.SetOrderRule,
  visit.SetTotalsShown,
  visit.ShowTotals,
  visit.HideTotals,
  visit.SetAttendant,
  visit.SetBooker,
  visit.CountParty,
  visit.LeaveVisit,
  visit.CleanRoom,
  visit.SetOutOfOrder,
  visit.Reserve,
  visit.AmendReservation,
  visit.CancelReservation,
  playlist.AddSong,
  playlist.RemoveEntry,
  playlist.TopEntry,
  playlist.SkipSong,
  playlist.ClearPreloaded,
  playlist.LayPreloaded,
  playlist.BeginSongs,
  playlist.SetVocals,
  playlist.StartSong,
  playlist.EndSong,
  playlist.PassSong,
  order.PlaceOrder,
  order.UndoOrder,
  order.MarkFavourite,
  order.AnswerPassedOn,
  order.PlaceOrderFor,
  order.ApproveOrder,
  order.AcceptOrder,
  order.DeliverOrder,
  order.RecallOrder,
  order.RejectOrder,
  order.PrintTicket,
  order.ReturnLine,
  order.TickOrder,
  order.SetSoldOut,
  order.GiveComp,
  order.TakeBackComp,
  keep.StoreKeep,
  keep.UndoKeep,
  keep.DrawKeep,
  keep.ExtendKeep,
  keep.ForfeitKeep,
  keep.CorrectKeep,
  request.CallService,
  request.Complain,
  request.WithdrawRequest,
  request.ConfirmRequest,
  request.ReopenRequest,
  request.TakeRequest,
  request.ReleaseRequest,
  request.GoToRequest,
  request.ResolveRequest,
  request.PassRequest,
  request.SnoozeRequest,
  request.ResumeRequest,
  request.GiveFeedback,
  request.SetDoNotDisturb,
  house.SignIn,
  house.SignOut,
  house.ResetPin,
  house.StartShift,
  house.EndShift,
  house.NewMember,
  house.SaveMember,
  card.AddCard,
  card.BlockCard,
  card.UnblockCard,
  card.ReplaceCard,
  card.RenewCode,
  card.SetCardFormat,
  membership.SaveMyself,
  membership.AskToLeave,
  membership.StayAfterAll,
  membership.DismissLeave,
  membership.MergeMembers,
  membership.EraseMember,
  house.StartPairing,
  house.EndPairing,
  house.BackUp,
  house.StartDay,
  house.RestoreHouse,
  house.ConfirmPairing,
  house.ReadmitDevice,
  house.PlaceReader,
  house.RenameDevice,
  house.SetCamera,
  house.RevokeDevice,
  setup.SaveItem,
  setup.RetireItem,
  setup.SaveCategory,
  setup.MoveCategory,
  setup.RemoveCategory,
  setup.NewStaff,
  setup.SaveStaff,
  setup.RemoveStaff,
  setup.SaveRoom,
  setup.PlaceRooms,
  setup.RemoveRoom,
  setup.SaveRoomClass,
  setup.RemoveRoomClass,
  setup.SaveTariff,
  setup.RemoveTariff,
  setup.SavePolicy,
  setup.SaveHouse,
  setup.ImportSongs,
] as const

const fromTime = [
  due.EndWelcome,
  due.LapseCheckIn,
  due.LapseTake,
  due.EscalateRequest,
  due.OverdueRequest,
  due.LapseConfirmation,
  due.LapseShift,
  due.EndTariffTime,
  due.ReleaseReservation,
  due.AssumeGuestsIn,
  due.AssumeSongEnded,
  due.ExpireSession,
  due.EraseAgain,
  due.RevokeAgain,
  due.RemoveAgain,
  due.RollDay,
] as const

export const PeopleCommand = byType(fromPeople)
export const TimeCommand = byType(fromTime)
export type PeopleCommand = v.InferOutput<typeof PeopleCommand>
export type TimeCommand = v.InferOutput<typeof TimeCommand>
export type Command = PeopleCommand | TimeCommand
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
/** What a party that went to another room is asked about there, when it was tapped before and came too late. */
export type PassedOnCommand = CommandOf<'PlaceOrder' | 'CallService'>

export const commandTypes: readonly CommandType[] = [...fromPeople, ...fromTime].map(
  schema => schema.entries.type.literal,
)

const peopleCommands = new Map<unknown, (typeof fromPeople)[number]>(
  fromPeople.map(schema => [schema.entries.type.literal, schema]),
)
/** {@link PeopleCommand}, found by its name: a variant tries its hundred options one after the other. */
const NamedCommand = v.lazy(raw => {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined
  return peopleCommands.get(type) ?? PeopleCommand
})

/** A tap on its way. Parsed strictly: an unknown key is a refusal. */
export const Envelope = v.strictObject({
  /** The outbox of this surface and the tap's number in it: however often it arrives, it happens once. */
  outbox: v.exactOptional(Id),
  n: v.exactOptional(TapNumber),
  /** For whom the tap was meant: the panel's visit, the staff's session. An expectation, never an authority. */
  visit: v.exactOptional(Id),
  session: v.exactOptional(Id),
  /** When the finger came down, on the hub's clock as the client knows it. */
  tappedAt: Instant,
  /** The person was asked once ("late", "big round") and said yes. */
  sure: v.exactOptional(v.boolean()),
  command: NamedCommand,
})
export type Envelope = v.InferOutput<typeof Envelope>
