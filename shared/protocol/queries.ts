/** Questions that change nothing. */
import * as v from 'valibot'
import { byType } from './by-type.ts'
import type { KnownTechnology } from './cards/formats.ts'
import type { NightReport, VisitSlip } from './night-report.ts'
import { Id, Instant, typedText } from './primitives.ts'
import type { SongsImportAnswer } from './song-import.ts'
import type { BriefView } from './views/console.ts'
import type { MenuSetupView, StaffSetupView, VenueSetupView } from './views/setup.ts'
import type { Complaint, Face, Outcome, PrinterState, Tier } from './words.ts'

const Needle = v.pipe(v.string(), v.maxLength(60))
const Page = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000)))

export const SearchSongs = v.strictObject({
  type: v.literal('SearchSongs'),
  /** Initials, pinyin, characters, English, any part of title or artist; empty: by popularity. */
  text: Needle,
  language: v.exactOptional(v.pipe(v.string(), v.maxLength(8))),
  artist: v.exactOptional(Needle),
  /** The newest in the house, newest first, whatever is typed. */
  newest: v.exactOptional(v.literal(true)),
  offset: Page,
})
export const BrowseArtists = v.strictObject({
  type: v.literal('BrowseArtists'),
  language: v.exactOptional(v.pipe(v.string(), v.maxLength(8))),
  offset: Page,
})
/** What the members of this panel's party like to sing, best first. */
export const YourSongs = v.strictObject({ type: v.literal('YourSongs') })
export const SearchMembers = v.strictObject({ type: v.literal('SearchMembers'), text: Needle })
/** For who comes to the desk: a member by any field, card or code, or tonight's reservation by whom it is for or who booked it. */
export const FindGuests = v.strictObject({ type: v.literal('FindGuests'), text: v.pipe(v.string(), v.maxLength(128)) })
export const MemberCard = v.strictObject({ type: v.literal('MemberCard'), member: Id })
/** Reveals a masked phone number; logged. */
export const MemberPhone = v.strictObject({ type: v.literal('MemberPhone'), member: Id })
/** All that the house holds about a member, as one file for them; logged. */
export const MemberFile = v.strictObject({ type: v.literal('MemberFile'), member: Id })
/** The member's code, to be shown to them; logged. */
export const MemberCode = v.strictObject({ type: v.literal('MemberCode'), member: Id })
/**
 * Whoever asks is given the next card that is touched at this reader, instead of the lobby; ask again every second, until it
 * is there. `after`: a card that was given already.
 */
export const ReadCard = v.strictObject({ type: v.literal('ReadCard'), device: Id, after: v.exactOptional(Id) })
export const FreeRooms = v.strictObject({
  type: v.literal('FreeRooms'),
  party: v.pipe(v.number(), v.minValue(1), v.maxValue(99)),
})
/** The rooms that nobody else is promised at these hours; `reservation` is the one that is being changed. */
export const RoomsToPromise = v.strictObject({
  type: v.literal('RoomsToPromise'),
  arrivesAt: Instant,
  heldUntil: Instant,
  reservation: v.exactOptional(Id),
})

/** What whoever asks may still give away today. */
export const CompLeft = v.strictObject({ type: v.literal('CompLeft') })

/** 试打: a ticket on which nothing stands but that it can be read. */
export const TestPrinter = v.strictObject({ type: v.literal('TestPrinter') })

/** 存酒: bottles of guests, whose time is over first; `visit`: those of that party. */
export const Keeps = v.strictObject({
  type: v.literal('Keeps'),
  of: v.picklist(['all', 'soon', 'expired']),
  /** Label, shelf, drink, or whose it is. */
  text: v.exactOptional(Needle),
  visit: v.exactOptional(Id),
  offset: Page,
})
/** Its label comes out of the ticket printer. */
export const PrintKeep = v.strictObject({ type: v.literal('PrintKeep'), keep: Id })

const Day = v.pipe(v.string(), v.isoDate())
/** The nights that can be told, newest first. */
export const Nights = v.strictObject({ type: v.literal('Nights') })
/** 早报: one night on a page, from its facts. */
export const TellNight = v.strictObject({ type: v.literal('TellNight'), day: Day })
/** 对单: a party's orders, with who tapped, accepted and delivered each. */
export const TellVisit = v.strictObject({ type: v.literal('TellVisit'), day: Day, visit: Id })
/** The whole price list, retired things too, as it is edited. */
export const MenuSetup = v.strictObject({ type: v.literal('MenuSetup') })
/** Who works here, with the version of each. */
export const StaffSetup = v.strictObject({ type: v.literal('StaffSetup') })
/** Rooms, classes, tariffs, with the version of each. */
export const VenueSetup = v.strictObject({ type: v.literal('VenueSetup') })
/** What the file that was sent would make of the songs. Asked again until it is told. */
export const PlanSongs = v.strictObject({
  type: v.literal('PlanSongs'),
  upload: Id,
  file: typedText(120),
  /** What becomes of songs that it does not have. */
  absent: v.picklist(['keep', 'drop']),
})
/** How many songs there are, and what was imported last. */
export const SongsSetup = v.strictObject({ type: v.literal('SongsSetup') })
/** The backups that can be put back, newest first. */
export const Backups = v.strictObject({ type: v.literal('Backups') })

export const Query = byType([
  SearchSongs,
  BrowseArtists,
  YourSongs,
  SearchMembers,
  FindGuests,
  MemberCard,
  MemberPhone,
  MemberFile,
  MemberCode,
  ReadCard,
  FreeRooms,
  RoomsToPromise,
  CompLeft,
  TestPrinter,
  Keeps,
  PrintKeep,
  Nights,
  TellNight,
  TellVisit,
  MenuSetup,
  StaffSetup,
  VenueSetup,
  PlanSongs,
  SongsSetup,
  Backups,
])
export type Query = v.InferOutput<typeof Query>
export type QueryType = Query['type']
export type QueryOf<T extends QueryType> = Extract<Query, { type: T }>
export const queryTypes: readonly QueryType[] = [
  'SearchSongs',
  'BrowseArtists',
  'YourSongs',
  'SearchMembers',
  'FindGuests',
  'MemberCard',
  'MemberPhone',
  'MemberFile',
  'MemberCode',
  'ReadCard',
  'FreeRooms',
  'RoomsToPromise',
  'CompLeft',
  'TestPrinter',
  'Keeps',
  'PrintKeep',
  'Nights',
  'TellNight',
  'TellVisit',
  'MenuSetup',
  'StaffSetup',
  'VenueSetup',
  'PlanSongs',
  'SongsSetup',
  'Backups',
]

export interface SongHit {
  readonly song: Id
  readonly title: string
  readonly artist: string
  readonly language: string
}

/** `night`: made by itself at a day's end. */
export interface BackupRow {
  readonly name: Id
  readonly at: number
  readonly bytes: number
  readonly night: boolean
}

/** A guest's bottle on the shelf. */
export interface KeepRow {
  readonly id: Id
  readonly label: string
  readonly item: Id
  readonly tenths: number
  readonly shelf: string
  readonly storedAt?: number
  readonly storedBy?: Id
  /** The end of its last day. */
  readonly expiresAt: number
  /** Business days, YYYY-MM-DD, as its label names them. */
  readonly storedOn?: string
  readonly lastDay?: string
  /** The party that left it, and where it sat. */
  readonly visit?: Id
  readonly room?: Id
  /** Its member was erased since. */
  readonly givenUp?: true
  /** `called` is missing where it is nobody's business who is not in the house. */
  readonly member?: { readonly id: Id; readonly called?: string }
}

export interface MemberCardView extends BriefView {
  readonly rev: number
  /** Present for who may see it; phone masked to its last four digits. */
  readonly name?: string
  readonly phoneMasked?: string
  readonly birthday?: string
  /** Also for who may write it down and not read it. */
  readonly hasBirthday?: true
  readonly since: number
  readonly visits: number
  readonly spend?: number
  readonly notes: readonly { readonly at: number; readonly by: Id; readonly text: string }[]
  readonly past: readonly {
    readonly at: number
    readonly room: Id
    readonly spend?: number
    readonly drunk: readonly { readonly item: Id; readonly qty: number }[]
    readonly sung: readonly { readonly title: string; readonly artist: string }[]
    readonly complaint?: { readonly category: Complaint; readonly outcome?: Outcome }
    readonly face?: Face
  }[]
  readonly favourites: {
    readonly drinks: readonly { readonly item: Id; readonly times: number }[]
    readonly songs: readonly { readonly title: string; readonly artist: string; readonly times: number }[]
  }
  readonly keeps: readonly {
    readonly id: Id
    readonly label: string
    readonly item: Id
    readonly tenths: number
    readonly shelf: string
    readonly expiresAt: number
    readonly lastDay?: string
  }[]
  /** `technology` is missing while nobody knows it: such a card works at readers that write it as it was first read. */
  readonly cards: readonly {
    readonly id: Id
    readonly tail: string
    readonly technology?: KnownTechnology
    readonly blocked: boolean
  }[]
  /** Has a member code on the phone. */
  readonly hasCode: boolean
}

export interface AnswerOf {
  /** `none`: the venue has no printer. */
  TestPrinter: { readonly state: PrinterState | 'none' }
  Keeps: {
    readonly keeps: readonly KeepRow[]
    readonly more: boolean
    readonly counts: { readonly all: number; readonly soon: number; readonly expired: number }
  }
  /** `none`: the venue has no printer. */
  PrintKeep: { readonly state: PrinterState | 'none' }
  Nights: { readonly nights: readonly string[] }
  TellNight: NightReport
  TellVisit: VisitSlip
  MenuSetup: MenuSetupView
  StaffSetup: StaffSetupView
  VenueSetup: VenueSetupView
  PlanSongs: SongsImportAnswer
  SongsSetup: {
    readonly last?: {
      readonly at: number
      readonly by: Id
      readonly file: string
      readonly songs: number
      readonly added: number
      readonly changed: number
      readonly dropped: number
      readonly faulty: number
    }
  }
  Backups: { readonly backups: readonly BackupRow[] }
  /** Best first; `more`: there is another page. */
  SearchSongs: { readonly hits: readonly SongHit[]; readonly more: boolean }
  BrowseArtists: {
    readonly artists: readonly { readonly artist: string; readonly songs: number }[]
    readonly more: boolean
  }
  YourSongs: { readonly hits: readonly SongHit[] }
  SearchMembers: {
    readonly hits: readonly {
      readonly id: Id
      readonly called: string
      readonly name?: string
      readonly tier: string
      readonly blocked: boolean
      readonly present: boolean
    }[]
  }
  FindGuests: {
    readonly members: readonly {
      readonly id: Id
      readonly called: string
      readonly name: string
      readonly tier: Tier
      readonly blocked: boolean
      /** Of the visit they are in. */
      readonly visit?: Id
      /** They stand in the lobby already. */
      readonly checkIn?: Id
      /** Theirs tonight. */
      readonly reservation?: Id
    }[]
    /** Others that are held: those of no member who was found. */
    readonly reservations: readonly Id[]
  }
  MemberCard: MemberCardView
  /** For whoever opens the file: what it says is in the names of its parts. */
  MemberFile: { readonly held: Readonly<Record<string, unknown>> }
  MemberPhone: { readonly phone: string }
  MemberCode: { readonly code: string }
  /** `read` names it for AddCard, ReplaceCard and SetCardFormat. */
  ReadCard: { readonly read?: Id; readonly tail?: string }
  FreeRooms: { readonly rooms: readonly Id[] }
  RoomsToPromise: { readonly rooms: readonly Id[] }
  /** Minor units. */
  CompLeft: { readonly left: number }
}
