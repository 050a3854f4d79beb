/** Who may ask what: the one table, read once for every command, query and route, before anything is decided. */
import type { CommandType, TimeCommand } from '../../shared/protocol/commands.ts'
import type { QueryType } from '../../shared/protocol/queries.ts'
import type { Principal, PrincipalKind } from '../domain/principal.ts'

/** What is served over HTTP. Whether there is a `page-wall` at all is the venue's matter: only a demo has one. */
export type Route =
  | 'page-kiosk'
  | 'page-panel'
  | 'page-console'
  | 'page-phone'
  | 'page-wall'
  | 'page-trust'
  | 'trust-about'
  | 'trust-test'
  | 'trust-file'
  | 'asset'
  | 'healthz'
  | 'metrics'
  | 'songs-file'
  | 'pair-claim'
  | 'pair-ask'
  | 'pair-poll'
  | 'pair-renew'
  | 'phone-claim'

/** `stranger`: nobody the hub knows, such as a tablet before it is paired. */
export type Asker = PrincipalKind | 'stranger'
/** What a device says of how it is: no command, for nothing is journaled. */
export type Report = 'ReportReaders' | 'ReportSound' | 'ReportCamera'
export type Askable = CommandType | QueryType | Report | Route

/** What a principal may ask at all; whose visit, session or member it may ask it for is decided later. */
export function may(principal: Principal | undefined, what: Askable): boolean {
  return table[what].includes(principal ? principalKind(principal) : 'stranger')
}

/** The column of the table that a principal stands in. */
export function principalKind(principal: Principal): PrincipalKind {
  switch (principal.kind) {
    case 'staff':
      return principal.role
    case 'station':
      return `${principal.station}-station`
    default:
      return principal.kind
  }
}

const everyRole = ['desk', 'floor', 'bar', 'manager', 'owner'] as const
const lead = ['manager', 'owner'] as const
/** Whose house it is. */
const owner = ['owner'] as const
/** Who receives guests and opens rooms. */
const reception = ['desk', ...lead] as const
/** Who walks the rooms, with those who open them. */
const rooms = ['desk', 'floor', ...lead] as const
/** Who handles what guests drink. */
const drinks = ['floor', 'bar', ...lead] as const
const stations = ['bar-station', 'floor-station'] as const
const time = ['system'] as const
const everyone: readonly Asker[] = [
  'stranger',
  'kiosk',
  'reader',
  'panel',
  'player',
  'console',
  'phone',
  ...stations,
  ...everyRole,
]

// Stations work without a PIN: they may print, deliver and take. Money, comps and members' files need a person.
const commands = {
  TouchCard: ['kiosk', 'reader'],
  MisreadCard: ['kiosk', 'reader'],
  ScanCode: ['kiosk', 'reader', 'phone'],
  EnterPhone: ['kiosk'],
  WalkIn: ['kiosk'],
  CallDesk: ['kiosk'],
  SayParty: ['kiosk'],
  Enrol: ['phone'],
  LeaveNumber: ['kiosk'],
  SeatCheckIn: reception,
  JoinVisit: reception,
  LeaveVisit: reception,
  DismissCheckIn: reception,
  RestoreCheckIn: reception,
  AmendCheckIn: reception,
  CheckInMember: reception,
  CheckInReservation: reception,
  ClearTrouble: reception,

  AskHost: reception,
  // Whoever went there in person says what the host said.
  AnswerSeeker: ['panel', ...rooms],
  EndSeeker: reception,

  OpenVisit: reception,
  UndoOpen: reception,
  MoveVisit: reception,
  ChangeTariff: reception,
  MergeVisits: reception,
  ExtendVisit: rooms,
  UndoExtend: rooms,
  SettleVisit: reception,
  UndoSettle: reception,
  CloseVisit: rooms,
  SetDiscreet: rooms,
  SetOrderRule: rooms,
  SetTotalsShown: rooms,
  ShowTotals: ['panel'],
  HideTotals: ['panel'],
  // Every order credits the attendant: who profits does not choose.
  SetAttendant: reception,
  SetBooker: reception,
  CountParty: reception,
  CleanRoom: [...rooms, 'floor-station'],
  SetOutOfOrder: rooms,
  Reserve: rooms,
  // Whom a reservation is for the floor does not see, so it cannot write it anew.
  AmendReservation: reception,
  CancelReservation: rooms,

  AddSong: ['panel'],
  RemoveEntry: ['panel'],
  TopEntry: ['panel'],
  SkipSong: ['panel'],
  ClearPreloaded: ['panel'],
  LayPreloaded: ['panel'],
  BeginSongs: ['panel'],
  SetVocals: ['panel'],
  StartSong: ['player'],
  EndSong: ['player'],
  PassSong: ['player'],

  PlaceOrder: ['panel'],
  UndoOrder: ['panel'],
  MarkFavourite: ['panel'],
  AnswerPassedOn: ['panel'],
  PlaceOrderFor: everyRole,
  ApproveOrder: [...drinks, ...stations],
  AcceptOrder: [...drinks, ...stations],
  DeliverOrder: [...drinks, ...stations],
  RecallOrder: [...drinks, ...stations],
  RejectOrder: [...drinks, ...stations],
  PrintTicket: [...drinks, ...stations],
  ReturnLine: drinks,
  TickOrder: ['desk', 'bar', ...lead],
  SetSoldOut: ['bar', ...lead, 'bar-station'],
  GiveComp: everyRole,
  TakeBackComp: everyRole,
  StoreKeep: drinks,
  UndoKeep: drinks,
  DrawKeep: drinks,
  // Who is asked for it: at the desk, on the phone, at the bar.
  ExtendKeep: ['desk', 'bar', ...lead],
  ForfeitKeep: lead,
  CorrectKeep: lead,

  CallService: ['panel'],
  // Most guests tell a person and not a tablet.
  Complain: ['panel', ...rooms],
  WithdrawRequest: ['panel'],
  ConfirmRequest: ['panel'],
  ReopenRequest: ['panel'],
  TakeRequest: [...everyRole, ...stations],
  ReleaseRequest: [...everyRole, ...stations],
  GoToRequest: [...everyRole, ...stations],
  ResolveRequest: [...everyRole, ...stations],
  PassRequest: [...everyRole, ...stations],
  SnoozeRequest: [...everyRole, ...stations],
  ResumeRequest: [...everyRole, ...stations],
  GiveFeedback: ['panel'],
  SetDoNotDisturb: ['panel'],

  SignIn: ['console', ...stations, ...everyRole],
  SignOut: everyRole,
  StartShift: [...everyRole, ...stations],
  EndShift: [...everyRole, ...stations],
  ResetPin: lead,
  NewMember: reception,
  SaveMember: reception,
  AddCard: reception,
  SaveMyself: ['phone'],
  AskToLeave: ['phone'],
  StayAfterAll: ['phone'],
  DismissLeave: lead,
  MergeMembers: lead,
  EraseMember: lead,
  BlockCard: reception,
  UnblockCard: reception,
  ReplaceCard: reception,
  RenewCode: reception,
  SetCardFormat: lead,
  StartPairing: lead,
  EndPairing: lead,
  BackUp: lead,
  StartDay: lead,
  RestoreHouse: owner,
  ConfirmPairing: lead,
  ReadmitDevice: lead,
  PlaceReader: lead,
  RenameDevice: lead,
  SetCamera: lead,
  RevokeDevice: lead,
  SaveItem: lead,
  RetireItem: lead,
  SaveCategory: lead,
  MoveCategory: lead,
  RemoveCategory: lead,
  NewStaff: lead,
  SaveStaff: lead,
  RemoveStaff: lead,
  SaveRoom: lead,
  PlaceRooms: lead,
  RemoveRoom: lead,
  SaveRoomClass: lead,
  RemoveRoomClass: lead,
  SaveTariff: lead,
  RemoveTariff: lead,
  SavePolicy: lead,
  SaveHouse: lead,
  ImportSongs: lead,

  ...({
    EndWelcome: time,
    LapseCheckIn: time,
    LapseTake: time,
    EscalateRequest: time,
    OverdueRequest: time,
    LapseConfirmation: time,
    LapseShift: time,
    EraseAgain: time,
    RevokeAgain: time,
    RemoveAgain: time,
    EndTariffTime: time,
    ReleaseReservation: time,
    AssumeGuestsIn: time,
    AssumeSongEnded: time,
    ExpireSession: time,
    RollDay: time,
  } satisfies Record<TimeCommand['type'], typeof time>),
} satisfies Record<CommandType, readonly Asker[]>

// Whom the answer shows is narrowed by role where it is made: the floor sees members in the house only.
const queries = {
  SearchSongs: ['panel'],
  BrowseArtists: ['panel'],
  YourSongs: ['panel'],
  SearchMembers: reception,
  FindGuests: reception,
  MemberCard: rooms,
  MemberPhone: reception,
  MemberFile: lead,
  MemberCode: reception,
  ReadCard: reception,
  FreeRooms: rooms,
  RoomsToPromise: rooms,
  CompLeft: everyRole,
  TestPrinter: lead,
  Keeps: [...everyRole, 'bar-station'],
  PrintKeep: [...everyRole, 'bar-station'],
  Nights: lead,
  TellNight: lead,
  TellVisit: lead,
  MenuSetup: lead,
  StaffSetup: lead,
  VenueSetup: lead,
  PlanSongs: lead,
  SongsSetup: lead,
  Backups: owner,
} satisfies Record<QueryType, readonly Asker[]>

const reports = {
  ReportReaders: ['reader'],
  ReportSound: ['console', ...stations, ...everyRole],
  ReportCamera: ['kiosk'],
} satisfies Record<Report, readonly Asker[]>

// A page holds nothing: what it shows comes by the socket, which asks who is there.
const routes = {
  'page-kiosk': everyone,
  'page-panel': everyone,
  'page-console': everyone,
  'page-phone': everyone,
  'page-wall': everyone,
  // How to trust the hub has to be known before anything of it is trusted.
  'page-trust': everyone,
  'trust-about': everyone,
  'trust-test': everyone,
  'trust-file': everyone,
  asset: everyone,
  healthz: everyone,
  // How busy a house is, is the house's business.
  metrics: ['system', ...lead],
  'songs-file': lead,
  'pair-claim': everyone,
  'pair-ask': everyone,
  'pair-poll': everyone,
  // Who it is for is said by the token alone.
  'pair-renew': everyone,
  'phone-claim': everyone,
} satisfies Record<Route, readonly Asker[]>

const table: Record<Askable, readonly Asker[]> = { ...commands, ...queries, ...reports, ...routes }
