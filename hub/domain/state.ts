/** The live state: what the hub holds in memory, all of it derived from facts. */
import type { OrderRule } from '../../shared/protocol/commands/visit.ts'
import type { PassedOnCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { BackupView } from '../../shared/protocol/views/console.ts'
import type {
  CheckInFailure,
  CheckInWay,
  CompKind,
  Complaint,
  CompReason,
  DeskCall,
  Face,
  Factor,
  OrderSource,
  Outcome,
  RejectReason,
  RoomCondition,
  SeekerAnswer,
  Service,
  SnoozeReason,
  Tier,
  WrittenLocale,
} from '../../shared/protocol/words.ts'
import type { OrderLine } from './order/events.ts'
import type { SongEnd, SongRef } from './playlist/events.ts'
import type { PassedTo } from './request/events.ts'
import type { RoomPromise } from './reservation/events.ts'
import { createTable, type ReadTable, type Table } from './table.ts'
import type { TariffTerms } from './visit/tariff.ts'

export interface Room {
  readonly condition: RoomCondition
  readonly visit?: Id
}

export interface Visit {
  readonly id: Id
  readonly room: Id
  /** Every room it was in, the present one last: a panel's late tap is for the visit it was made in. */
  readonly wasIn: readonly Id[]
  readonly status: 'open' | 'settled' | 'closed'
  readonly openedAt: number
  readonly settledAt?: number
  readonly closedAt?: number
  /** 并台: it went on as this one. */
  readonly into?: Id
  /** 并台: another party went on as part of this one. */
  readonly tookIn?: true
  readonly party: number
  readonly host?: Id
  readonly members: readonly Id[]
  /** Members who went before the others: the night is told of them too. */
  readonly left?: readonly Id[]
  readonly booker?: Id
  readonly attendant?: Id
  /** The reservation it honoured. */
  readonly reservation?: Id
  /** Who booked paid something then: it comes off what is to be collected. */
  readonly deposit?: true
  /** What was noted with what they booked: keys in the texts. */
  readonly notes?: readonly Id[]
  readonly text?: Id
  /** What they read at the door. */
  readonly language?: WrittenLocale
  readonly terms: TariffTerms
  /** By the time of its tap: what tells one extension from the next. Until it is undone. */
  readonly lastExtension?: {
    readonly minutes: number
    readonly at: number
    readonly charge: number
    /** Minutes of it that a package had paid. */
    readonly included?: number
    /** When the tariff ended before it, if it did. */
    readonly before?: number
  }
  /** The tariff's time is up and staff were told. */
  readonly timeEnded: boolean
  readonly minimumSpend: number
  readonly orderRule: OrderRule
  readonly discreet: boolean
  /** Whether the panel shows what it all comes to; the host's code, if one was drawn; wrong ones since. */
  readonly totals: { readonly shown: boolean; readonly code?: string; readonly misses: number }
  readonly doNotDisturb: boolean
  readonly orders: readonly Id[]
  readonly requests: readonly Id[]
  readonly comps: readonly Comp[]
  readonly feedback: ReadonlyMap<
    number,
    { readonly face: Face; readonly factors: readonly Factor[]; readonly at: number }
  >
  readonly usual: readonly {
    readonly item: Id
    readonly qty: number
    readonly times: number
    readonly inARow?: number
  }[]
  /** Things of the menu that the table marked, oldest first. */
  readonly favourites?: readonly Id[]
  /** Tapped in a room that they had left, too late to count unasked; oldest first. */
  readonly passedOn?: readonly PassedOn[]
  /** What went between its table and the shelf: drawn for it, and left by it unasked. */
  readonly bottles?: readonly BottleMove[]
  /** What the house gave for a 评价: never a second time. */
  readonly rewarded?: Id
  /** Minor units: placed and not cancelled, rejected or returned. */
  readonly ordered: number
  readonly compTotal: number
  /** How much of these two was the night's before: the party sat past the cutover. */
  readonly before?: { readonly ordered: number; readonly compTotal: number }
  readonly lastDeliveryAt?: number
  /** At the door, oldest first. */
  readonly seekers?: readonly Seeker[]
}

export interface BottleMove {
  readonly keep: Id
  readonly item: Id
  readonly tenths: number
  readonly way: 'stored' | 'drawn'
}

export interface PassedOn {
  readonly tap: Id
  readonly tappedAt: number
  readonly command: PassedOnCommand
}

/** Somebody at the door who looks for this party. */
export interface Seeker {
  readonly id: Id
  readonly at: number
  readonly text?: Id
  readonly answer?: SeekerAnswer
  readonly answeredAt?: number
}

export interface Comp {
  readonly comp: Id
  readonly kind: CompKind
  readonly item?: Id
  readonly qty?: number
  readonly amount: number
  readonly reason: CompReason
  readonly by: Id
  readonly second?: Id
  /** Whose quota has it again when it is taken back: of this business day. */
  readonly period?: string
  readonly at: number
}

export interface CheckIn {
  readonly id: Id
  readonly at: number
  readonly how: CheckInWay
  readonly kiosk?: Id
  readonly credential?: string
  readonly codeStep?: number
  readonly member?: Id
  readonly tier?: Tier
  readonly accountManager?: Id
  readonly party?: number
  readonly language?: WrittenLocale
  readonly reservation?: Id
  readonly offer?: Id
  readonly joins?: Id
  readonly welcomed: boolean
  readonly welcomeOver: boolean
  readonly discreet: boolean
  readonly glance: boolean
  /** Became a member with this check-in. */
  readonly enrolled?: true
  /** When staff recognised them: what came with a code or a number is welcomed from then on. */
  readonly recognisedAt?: number
  readonly welcomeUntil?: number
  /** With `welcomed`: how many were welcomed before it tonight. Not of one that an older version wrote down. */
  readonly welcomeTurn?: number
  readonly lapsesAt: number
  readonly text?: Id
  readonly status: 'waiting' | 'seated' | 'dismissed' | 'lapsed'
  /** With `dismissed`: for its undo. */
  readonly dismissedAt?: number
  readonly visit?: Id
}

/** What failed at one kiosk lately: for the second and third failure, and the console's reason. */
export interface KioskTrouble {
  readonly failures: number
  readonly lastAt: number
  readonly lastFailure: CheckInFailure
  /** Keyed hash of what failed, so that one touch seen twice fails once. */
  readonly credential?: string
  readonly member?: Id
}

/** What a guest's phone has done with its claim of a kiosk's ticket. */
export interface PhoneClaim {
  readonly checkedIn: boolean
  readonly failures: number
  /** Of its first fact, ms, and how many there are; neither of a claim that an older version wrote down. */
  readonly since?: number
  readonly facts?: number
}

export interface Entry extends SongRef {
  readonly entry: Id
  /** What the house preloaded becomes the guest's when a guest tops it. */
  readonly by: 'guest' | 'house'
  readonly why?: 'yours' | 'hot'
  readonly addedAt: number
}

export interface Playlist {
  readonly queue: readonly Entry[]
  /** `reported`: a player said that it plays; until then it is only to be played. */
  readonly playing?: Entry & { readonly startedAt: number; readonly reported?: true; readonly voices?: true }
  /** 原唱: the singer is heard where there is a choice. Else 伴唱: the guests sing. */
  readonly vocals?: boolean
  /** Newest first; at most 100. What was skipped is among them: it can be chosen again from there. */
  readonly sung: readonly (Entry & { readonly endedAt: number; readonly how: SongEnd })[]
}

export interface Order {
  readonly id: Id
  readonly visit: Id
  readonly source: OrderSource
  /** The gift that it is the ticket of. */
  readonly comp?: Id
  readonly lines: readonly (OrderLine & { readonly returned: number })[]
  readonly total: number
  readonly status: 'awaiting-approval' | 'placed' | 'accepted' | 'delivered' | 'rejected' | 'cancelled'
  readonly placedAt: number
  /** When the finger came down, where that was earlier: what tells one tap from the next. */
  readonly tappedAt?: number
  readonly placedBy: 'guest' | 'staff'
  readonly lockedUntil: number
  readonly acceptedAt?: number
  readonly acceptedBy?: Id
  readonly deliveredAt?: number
  readonly deliveredBy?: Id
  readonly rejected?: RejectReason
  readonly rejectedAt?: number
  /** It was lines of this order until it became another thing to do; when that was, of the order. */
  readonly partOf?: Id
  readonly dividedAt?: number
  readonly printedAt?: number
  /** Somebody asked for its ticket, which did not come out yet. */
  readonly printAsked?: true
  readonly needsTick: boolean
  readonly ticked: boolean
  readonly attendant?: Id
}

export interface Request {
  readonly id: Id
  readonly about: { readonly visit: Id } | { readonly kiosk: Id } | { readonly device: Id }
  readonly what:
    | { readonly kind: 'service'; readonly service: Service }
    | { readonly kind: 'complaint'; readonly category: Complaint }
    | { readonly kind: 'desk'; readonly why: DeskCall }
    | { readonly kind: 'copied'; readonly device: Id }
  readonly status: 'open' | 'acknowledged' | 'resolved' | 'confirmed' | 'unconfirmed' | 'withdrawn'
  readonly openedAt: number
  readonly times: number
  readonly takenAt?: number
  readonly takenBy?: Id
  /** First answer, kept when the take lapses: its clock is separate from the resolve clock. */
  readonly firstTakenAt?: number
  readonly onTheWay: boolean
  readonly lapsesAt?: number
  /** While it is open. */
  readonly escalatesAt?: number
  /** While it is taken or just passed on: when it would have escalated, for the undo. */
  readonly heldEscalatesAt?: number
  /** In whose hands it was before it was put aside or passed on, for the undo. */
  readonly before?: Pick<
    Request,
    'takenAt' | 'takenBy' | 'onTheWay' | 'lapsesAt' | 'heldEscalatesAt' | 'snooze' | 'passed' | 'before'
  >
  /** How long it may wait for an answer, ms, as that held when it was opened. */
  readonly answerMs?: number
  /** 0: only the stations were alerted; 1 floor, 2 manager, 3 owner. */
  readonly level: number
  readonly resolvedAt?: number
  readonly resolvedBy?: Id
  readonly outcome?: Outcome
  readonly confirmBy?: number
  readonly reopened: number
  /** When it should be done; past that it is overdue. */
  readonly resolveBy?: number
  readonly overdue?: true
  /** While it is put aside. */
  readonly snooze?: SnoozeReason
  /** Who put it aside so far: each may once. */
  readonly asideBy?: readonly Id[]
  /** It waits for these; until somebody higher is told. */
  readonly passed?: { readonly by: Id; readonly to: PassedTo; readonly at: number }
  /** A service complaint passes over this attendant. */
  readonly notTo?: Id
}

export interface Reservation extends RoomPromise {
  readonly id: Id
  readonly status: 'held' | 'honoured' | 'cancelled' | 'released'
  /** Check-ins that came for it and stand in the lobby: whoever came in time is not late for waiting there. */
  readonly inLobby: readonly Id[]
  /** How often it was amended: who edits an older one is told. Absent: never. */
  readonly amended?: number
  /** With `honoured`. */
  readonly visit?: Id
}

export interface Keep {
  readonly id: Id
  /** Absent: only the label says whose it is. */
  readonly member?: Id
  /** Its member was erased: nobody can show that it is theirs. */
  readonly givenUp?: true
  /** The party that left it, and the room that it sat in. */
  readonly visit?: Id
  readonly room?: Id
  readonly item: Id
  readonly tenths: number
  readonly shelf: string
  readonly label: string
  /** Absent: stored before this was written down. */
  readonly storedAt?: number
  readonly storedBy?: Id
  /** Who stood by, where it was not of what the party had. */
  readonly second?: Id
  readonly expiresAt: number
  /** The last that was drawn, by whom and for whom: what comes again is told from what a colleague drew meanwhile. */
  readonly drawn?: { readonly by: Id; readonly second?: Id; readonly visit: Id; readonly tenths: number }
}

export interface Session {
  readonly id: Id
  readonly device: Id
  readonly staff: Id
  readonly since: number
  readonly lastUsedAt: number
  readonly idleMs: number
  readonly endsAt: number
  /** It pairs devices without its PIN until then. */
  readonly pairsUntil?: number
}

export interface PinState {
  readonly failures: number
  readonly blockedUntil?: number
  readonly off: boolean
}

/** Somebody is on duty. */
export interface Shift {
  readonly since: number
  /** Of somebody who forgot to say 下班. */
  readonly endsAt: number
}

/** `catalogue`: its document. */
export interface Catalogue {
  readonly catalogue: string
  /** The one that it took the place of. */
  readonly before: string
  readonly at: number
  readonly by: Id
  readonly file: string
  readonly songs: number
  readonly added: number
  readonly changed: number
  readonly dropped: number
  readonly faulty: number
}
/** Key of the one row of `catalogues`. */
export const songsOfHouse = 'house'

type Tables = {
  rooms: Room
  visits: Visit
  /** Member → the visit they are in. */
  present: Id
  checkIns: CheckIn
  kioskTrouble: KioskTrouble
  claims: PhoneClaim
  playlists: Playlist
  orders: Order
  requests: Request
  reservations: Reservation
  keeps: Keep
  /** `staff/period` → minor units given in it. */
  comps: number
  soldOut: true
  /** Session by device: a console has one. */
  sessions: Session
  /** Members who asked to leave, since when. */
  leaving: { readonly at: number }
  pins: PinState
  /** Staff on duty. */
  shifts: Shift
  /** By business day: when its first room was opened. */
  nights: number
  /** One row, that of the house. */
  backups: BackupView
  /** One row: the songs that were imported last. */
  catalogues: Catalogue
}

export type TableName = keyof Tables
export type State = { readonly [N in TableName]: Table<Tables[N]> } & { day: string }
/** The state as decisions and views see it. */
export type ReadState = { readonly [N in TableName]: ReadTable<Tables[N]> } & { readonly day: string }

export const tableNames = [
  'rooms',
  'visits',
  'present',
  'checkIns',
  'kioskTrouble',
  'claims',
  'playlists',
  'orders',
  'requests',
  'reservations',
  'keeps',
  'comps',
  'soldOut',
  'sessions',
  'leaving',
  'pins',
  'shifts',
  'nights',
  'backups',
  'catalogues',
] as const satisfies readonly TableName[]

export const emptyState = (): State => ({
  day: '',
  rooms: createTable(),
  visits: createTable(),
  present: createTable(),
  checkIns: createTable(),
  kioskTrouble: createTable(),
  claims: createTable(),
  playlists: createTable(),
  orders: createTable(),
  requests: createTable(),
  reservations: createTable(),
  keeps: createTable(),
  comps: createTable(),
  soldOut: createTable(),
  sessions: createTable(),
  leaving: createTable(),
  pins: createTable(),
  shifts: createTable(),
  nights: createTable(),
  backups: createTable(),
  catalogues: createTable(),
})
