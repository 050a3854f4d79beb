/** What staff may see, by role; what a role may not see is absent, not hidden. */
import type { CameraState } from '../camera.ts'
import type { CardFormat } from '../cards/formats.ts'
import type { OrderRule } from '../commands/visit.ts'
import type { Id, LocalizedText } from '../primitives.ts'
import type { ReaderModel, ReaderState } from '../readers.ts'
import type {
  BackupFailure,
  CheckInFailure,
  CheckInWay,
  CompKind,
  Complaint,
  CompReason,
  DeskCall,
  DeviceKind,
  Face,
  Factor,
  OrderSource,
  Outcome,
  PrinterState,
  RejectReason,
  RestoreFailure,
  Role,
  RoomCondition,
  SeekerAnswer,
  Service,
  SnoozeReason,
  Station,
  TariffKind,
  Tier,
  WrittenLocale,
} from '../words.ts'
import type { MenuCategoryView, MenuItemView, VenueView } from './venue.ts'

/** Who this console is, and who is signed in on it. */
export interface SelfView {
  readonly device: Id
  readonly deviceName: string
  readonly station?: Station
  /** The hub was told to speak plain HTTP on the network: whoever is on it can read along. */
  readonly unencrypted?: true
  /** The hub listens to its own machine alone: no other device can open it. */
  readonly onlyHere?: true
  readonly session?: {
    readonly id: Id
    readonly staff: Id
    readonly name: LocalizedText
    readonly role: Role
    readonly endsAt: number
    readonly idleMs: number
    /** Names of the other consoles on which they are signed in. */
    readonly elsewhere?: readonly string[]
  }
}

/** A member as a person on duty needs them: taboos first. */
export interface BriefView {
  readonly id: Id
  readonly called: string
  readonly say?: string
  readonly tier: Tier
  readonly taboos: readonly string[]
  readonly tastes: readonly string[]
  readonly accountManager?: Id
  /** The last time: what was drunk, what went wrong and what was done. */
  readonly last?: {
    readonly at: number
    readonly drunk: readonly Id[]
    readonly complaint?: { readonly category: Complaint; readonly outcome?: Outcome }
  }
  readonly discreet: boolean
  /** 黑名单. */
  readonly blocked?: true
}

export interface RoomView {
  readonly id: Id
  readonly name: string
  readonly floor: number
  readonly zone: number
  readonly roomClass: Id
  readonly className: LocalizedText
  readonly capacity: number
  readonly condition: RoomCondition
  readonly visit?: Id
  /** A party is here and no panel of the room is: since then. */
  readonly panelOffSince?: number
  /** A reservation that holds this room tonight. */
  readonly heldFor?: Id
}

export interface TermsView {
  readonly kind: TariffKind
  readonly tariff: Id
  readonly name: LocalizedText
  readonly startsAt: number
  readonly endsAt?: number
  readonly extensions: number
  readonly over: boolean
  /** Minutes that packages hold: by the hour the first ones, else those of the next extensions. */
  readonly included?: number
  /** `timed`: so many minutes are charged as soon as they have begun. */
  readonly step?: number
}

export interface VisitView {
  readonly id: Id
  readonly room: Id
  readonly status: 'open' | 'settled'
  readonly openedAt: number
  readonly settledAt?: number
  /** While nothing came of it, its opening can be undone until then. */
  readonly undoOpenUntil?: number
  /** Until then another tariff holds as though it had been opened with it. */
  readonly openedAnewUntil?: number
  readonly party: number
  /** What the party goes by: what they are called tonight, or else as the host chose. */
  readonly title?: string
  readonly host?: BriefView
  readonly members: readonly BriefView[]
  readonly booker?: Id
  /** What was noted when they booked. */
  readonly notes?: readonly string[]
  readonly attendant?: Id
  readonly terms: TermsView
  readonly orderRule: OrderRule
  readonly discreet: boolean
  /** Whether its own panel shows what it all comes to, and the code for the host's ears. */
  readonly totals: { readonly shown: boolean; readonly code?: string }
  readonly doNotDisturb: boolean
  /** Minor units; absent for who may not see spend. `room` is the charge as of `roomAsOf`. */
  readonly money?: {
    readonly ordered: number
    readonly comps: number
    readonly minimumSpend: number
    readonly missing: number
    /** 订金: something was paid when they booked. */
    readonly deposit?: true
    readonly room: number
    readonly roomAsOf: number
    /** The room's charge since 买单, which nobody has paid. */
    readonly afterwards?: number
    /** Begun or counted by a clock that was wrong. */
    readonly doubtful?: true
    readonly unticked: readonly Id[]
  }
  readonly lastOrderAt?: number
  readonly singing?: string
  readonly waiting: number
  readonly feedback: readonly {
    readonly guest: number
    readonly face: Face
    readonly factors: readonly Factor[]
    readonly at: number
  }[]
  readonly comps: readonly {
    readonly comp: Id
    readonly kind: CompKind
    readonly item?: Id
    readonly qty?: number
    readonly amount: number
    readonly reason: CompReason
    readonly by: Id
    readonly at: number
    /** It can be taken back still. */
    readonly returnable?: true
  }[]
  /** For who receives guests. */
  readonly seekers?: readonly SeekerView[]
}

/** Somebody at the door looks for this party. */
export interface SeekerView {
  readonly id: Id
  readonly at: number
  readonly called?: string
  readonly answer?: SeekerAnswer
}

export interface RequestView {
  readonly id: Id
  readonly visit?: Id
  readonly room?: Id
  readonly kiosk?: Id
  readonly what:
    | { readonly kind: 'service'; readonly service: Service }
    | { readonly kind: 'complaint'; readonly category: Complaint }
    | { readonly kind: 'desk'; readonly why: DeskCall }
    /** Somebody has a copy of this device's token; it was revoked. */
    | { readonly kind: 'copied'; readonly name: string }
  readonly severity: 'critical' | 'warning' | 'info'
  readonly status: 'open' | 'acknowledged' | 'resolved' | 'confirmed' | 'unconfirmed' | 'withdrawn'
  readonly openedAt: number
  readonly times: number
  readonly takenBy?: Id
  readonly takenAt?: number
  readonly firstTakenAt?: number
  readonly onTheWay: boolean
  readonly lapsesAt?: number
  readonly escalatesAt?: number
  readonly level: number
  readonly resolvedAt?: number
  readonly resolvedBy?: Id
  readonly outcome?: Outcome
  readonly reopened: number
  readonly vip: boolean
  /** When it should be done; `overdue` past that. */
  readonly resolveBy?: number
  readonly overdue?: true
  /** Put aside by whoever has it, until `lapsesAt`. */
  readonly snooze?: SnoozeReason
  readonly passed?: { readonly by: Id; readonly to: { readonly staff: Id } | { readonly role: Role } }
  /** Whose call it is now, by zones and shifts; absent: everybody's. */
  readonly whose?: readonly Id[]
  /** Not for this person: the complaint is about them. */
  readonly notTo?: Id
  /** Its party has left: it is answered for here, and is not its room's next party's. The title for who sees parties. */
  readonly gone?: { readonly title?: string }
  /** What the bar wants asked before it makes it. */
  readonly asks?: readonly { readonly item: Id; readonly qty: number; readonly options: readonly Id[] }[]
}

export interface OrderView {
  readonly id: Id
  readonly visit: Id
  readonly room: Id
  readonly source: OrderSource
  readonly status: 'awaiting-approval' | 'placed' | 'accepted' | 'delivered' | 'rejected' | 'cancelled'
  readonly placedAt: number
  readonly lockedUntil: number
  /** While it waits for somebody it is heard again this often, ms. */
  readonly reminderMs: number
  readonly byStaff: boolean
  readonly lines: readonly {
    readonly line: Id
    readonly item: Id
    readonly qty: number
    readonly returned: number
    readonly unitPrice?: number
    readonly options: readonly Id[]
    readonly components: readonly { readonly item: Id; readonly qty: number }[]
    /** Somebody in the room must not have this: asked about before it is poured. */
    readonly taboo?: true
  }[]
  readonly total?: number
  readonly acceptedAt?: number
  readonly acceptedBy?: Id
  readonly deliveredAt?: number
  readonly deliveredBy?: Id
  readonly rejected?: RejectReason
  readonly printedAt?: number
  readonly needsTick: boolean
  readonly ticked: boolean
  /** The party has left: what is still to do is 录收银, or to take it out again. */
  readonly gone?: true
  /** Words the bar must read before it pours: taboos of the members in that room. */
  readonly mind: readonly string[]
}

export interface CheckInView {
  readonly id: Id
  readonly at: number
  readonly how: CheckInWay
  readonly kiosk?: Id
  readonly member?: BriefView
  /** What they are called tonight: as was said, or else as the member chose. */
  readonly title?: string
  readonly party?: number
  /** What they read at the door, where it is not what the house speaks. */
  readonly language?: WrittenLocale
  readonly reservation?: Id
  readonly offer?: Id
  readonly joins?: Id
  readonly vip: boolean
  readonly discreet: boolean
  readonly glance: boolean
  readonly accountManager?: Id
  /** Off the list then, unless somebody says that they still wait. */
  readonly lapsesAt: number
}

export interface TroubleView {
  readonly kiosk: Id
  readonly failures: number
  readonly at: number
  readonly failure: CheckInFailure
  readonly member?: BriefView
}

export interface ReservationView {
  readonly id: Id
  /** How often; who amends it says which one they saw. */
  readonly amended: number
  /** What they are called tonight: as was said, or else as the member chose. */
  readonly title?: string
  /** As was said when it was made. */
  readonly name?: string
  /** Of a guest who is no member; its last four digits. */
  readonly phoneMasked?: string
  readonly member?: BriefView
  readonly party: number
  readonly arrivesAt: number
  readonly heldUntil: number
  /** That is over: no room is kept for them any more. */
  readonly released?: true
  readonly roomClass: Id
  readonly room?: Id
  readonly deposit: boolean
  /** What is to be ready when they come. */
  readonly note?: string
  readonly booker?: Id
  /** Of a booker who is a member. */
  readonly bookerCalled?: string
  readonly discreet: boolean
}

export interface StaffView {
  readonly id: Id
  /** Works here no more: here for their name only. */
  readonly gone?: true
  readonly name: LocalizedText
  readonly role: Role
  readonly zone: readonly number[]
  readonly signedIn: boolean
  /** On duty since then. */
  readonly onDutySince?: number
  /** Ten wrong tries turned it off; for who may see it. */
  readonly pinOff?: true
  /** What is left to give today, minor units; absent for who may not see it. `compLow`: less than the venue wants. */
  readonly compLeft?: number
  readonly compLow?: true
}

export interface TariffView {
  readonly id: Id
  readonly kind: TariffKind
  readonly name: LocalizedText
  readonly roomClass: Id
  /** Minor units per hour, or for the whole; as of now. Absent: not sold at this hour. */
  readonly priceNow?: number
  readonly endsAtNow?: number
  /** `timed`: so many minutes are charged as soon as they have begun. */
  readonly step?: number
}

export interface TagView {
  readonly id: Id
  readonly name: LocalizedText
}

/** What is plugged into the machine of a reader program, as it said last. */
export interface ReadersView {
  /** False: that machine lacks a library, no reader can be opened there. */
  readonly driver: boolean
  /** Touches that grew too old on their way, since that program started. */
  readonly lost: number
  readonly plugged: readonly {
    readonly id: Id
    readonly model: ReaderModel
    readonly vendorId: number
    readonly productId: number
    readonly state: ReaderState
    readonly since: number
  }[]
}

export interface DeviceView {
  readonly id: Id
  readonly name: string
  readonly kind: DeviceKind
  readonly room?: Id
  /** The kiosk that a reader belongs to. */
  readonly kiosk?: Id
  /** The readers in the hub's own USB ports. */
  readonly own?: true
  /** A console that stands at a fixed place. */
  readonly station?: Station
  /** Written down with the house, and nothing was paired as it yet. */
  readonly unpaired?: true
  /** How it writes cards; missing while nobody has set it. */
  readonly cardFormat?: CardFormat
  readonly online: boolean
  /** With `console`: an alarm can be heard there. */
  readonly sounding?: boolean
  readonly lastSeenAt?: number
  readonly readers?: ReadersView
  /** With `kiosk`, where it is to look with its camera: how that goes, once it has said so. */
  readonly camera?: CameraState | 'waiting'
  /** After a restore its key is younger than the backup: it shows this code and waits for a manager's tap. */
  readonly waits?: { readonly code: string; readonly lastSeenAt?: number }
}

/** One line of the live feed: what happened where, without names of guests. */
export interface FeedLine {
  readonly seq: number
  readonly at: number
  readonly event: string
  readonly room?: Id
  readonly staff?: Id
  readonly about?: string
  /** Minor units; absent for who may not see spend. */
  readonly amount?: number
  readonly qty?: number
  /** The hour that it is about, ms since the epoch: when a party is expected. */
  readonly when?: number
}

export interface NightView {
  readonly day: string
  readonly occupied: number
  readonly rooms: number
  readonly guests: number
  readonly openRequests: number
  readonly openComplaints: number
  /** Minor units; manager and owner only. */
  readonly turnover?: number
  readonly comps?: number
  readonly unticked?: number
}

/** The hub's clock cannot be right, or somebody has to say that it is. */
export interface ClockView {
  /** `behind`: it shows a time before `night` began. `ahead`: so long after it that the next waits for a yes. */
  readonly is: 'behind' | 'ahead'
  /** The business day of the last night that began. */
  readonly night: string
  /** The business day that the clock shows. */
  readonly today: string
}

/** A member who asked, on their phone, to be forgotten. */
export interface LeavingView {
  readonly member: Id
  readonly called: string
  readonly at: number
}

/**
 * Copies of the house: one that is being made; the last that was; the last that could not be, if none was since. One that is
 * looked through, to be put back; the last that could not be; and which this house was put back from.
 */
export interface BackupView {
  readonly beganAt?: number
  /** `unreadable`: so many parts of the house could not be read, and are not in it. */
  readonly made?: { readonly at: number; readonly bytes: number; readonly unreadable?: number }
  readonly failed?: { readonly at: number; readonly why: BackupFailure }
  readonly restoring?: { readonly since: number; readonly madeAt: number }
  readonly notRestored?: { readonly at: number; readonly why: RestoreFailure }
  /** `by`: who asked for it at a console; they may not have worked here then. */
  readonly restored?: { readonly at: number; readonly madeAt: number; readonly by?: Id }
}

/** How often price list, settings and staff were edited; manager and owner only. */
export interface SetupRevs {
  /** Of all rows of staff together. */
  readonly staff: number
  readonly venue: number
  readonly menu: number
}

/** How the bar's ticket printer is. */
export interface PrinterView {
  readonly state: PrinterState
  readonly since: number
  /** Tickets that could be out by now. */
  readonly waiting: number
  /** Tickets that may be out or not, and come by themselves no more unless the printer was away and is back. */
  readonly unsure?: readonly Id[]
}

export interface ConsoleSlices {
  venue: VenueView
  self: SelfView
  room: RoomView
  visit: VisitView
  request: RequestView
  order: OrderView
  checkin: CheckInView
  trouble: TroubleView
  leaving: LeavingView
  reservation: ReservationView
  staff: StaffView
  tariff: TariffView
  item: MenuItemView
  category: MenuCategoryView
  /** Words of the tags by which tastes and taboos are kept. */
  tag: TagView
  device: DeviceView
  printer: PrinterView
  backup: BackupView
  night: NightView
  clock: ClockView
  setup: SetupRevs
}
