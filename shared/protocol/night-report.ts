/** One business day as its facts tell it: what the 早报 shows, and what 对单 is checked against. Money in minor units, times in ms. */
import type { Id } from './primitives.ts'
import type {
  CompKind,
  Complaint,
  CompReason,
  DeskCall,
  Face,
  Factor,
  OrderSource,
  Outcome,
  ReturnReason,
  Service,
} from './words.ts'

/** What a request was about. */
export type CallKind = Service | `complaint-${Complaint}` | `desk-${DeskCall}` | 'device'

/** How quickly requests were answered. One that nobody took counts in `calls` and `longestWait`, one that is not resolved not in `resolved`. */
export interface Responses {
  readonly calls: number
  /** From the call (or its reopening) to the first person who took it. */
  readonly taken: number
  readonly takenMedian?: number
  /** To the first who came; where nobody did, to the end of what is told. ms, as the other times here. */
  readonly longestWait?: number
  readonly resolved: number
  readonly resolvedMedian?: number
  readonly escalated: number
  readonly reopened: number
}

export interface NightVisit {
  readonly visit: Id
  readonly room: Id
  readonly openedAt: number
  /** On the day before: that is where it and its guests are counted. */
  readonly before?: true
  readonly closedAt?: number
  readonly party: number
  readonly attendant?: Id
  readonly booker?: Id
  /**
   * What was ordered and neither rejected, cancelled nor returned; gifts are `comps`. What was ordered on the day before and
   * undone on this one is taken off: less than nothing where that was all.
   */
  readonly ordered: number
  /**
   * The room's charge as it was settled on this day; absent while it is not, and where it was on the day before. A bill of
   * the day before that was undone on this one: by how much it differs now.
   */
  readonly charge?: number
  /** What the room ran up between the bill and the closing, by the hour: on no bill. Absent where that is nothing, or minutes. */
  readonly afterwards?: number
  /** Still to the minimum spend (低消), of the whole stay; absent where nothing is, and where the bill was made on the day before. */
  readonly missing?: number
  readonly comps: number
  /** Of these what comes off the bill: a gift was never on it. */
  readonly reduced: number
  readonly returned: number
  readonly orders: number
  readonly calls: number
  /** From opening to the first song; absent where nobody sang in the room since, and where the clock does not say. */
  readonly firstSongAfter?: number
  readonly face?: Face
}

export interface NightPerson {
  readonly staff: Id
  /** What was ordered by the parties they attend to. */
  readonly attended: number
  /** What was ordered by the parties that they brought (订房). */
  readonly booked: number
  readonly visitsBooked: number
  readonly comps: number
  readonly compCount: number
  readonly returns: number
  readonly returnCount: number
  /** Faces that guests gave within a minute of a delivery at a table they attend: somebody may have stood there. */
  readonly facesAtTable: number
  readonly responses: Responses
}

export interface SlowCall {
  readonly request: Id
  readonly what: CallKind
  readonly room?: Id
  readonly at: number
  /** Until somebody took it, or until the end of the report where nobody did. */
  readonly waited: number
  readonly takenBy?: Id
  readonly outcome?: Outcome
  /** Since it was called, ms: who came first may not be who solved it. Absent: nobody did. */
  readonly solvedAfter?: number
  /** Where that was somebody else: it was passed on, say. */
  readonly solvedBy?: Id
  /** How often; absent: never. */
  readonly escalated?: number
  /** Since it was called, ms: the guests took it back. */
  readonly withdrawnAfter?: number
}

export interface NightComp {
  readonly at: number
  readonly visit: Id
  readonly room: Id
  readonly kind: CompKind
  readonly amount: number
  readonly reason: CompReason
  readonly item?: Id
  readonly qty?: number
  readonly by: Id
  readonly second?: Id
  /** It counts in no sum. */
  readonly takenBack?: { readonly at: number; readonly by: Id }
  /** It was given on the day before, is told there, and was taken back on this one: less than nothing, and in the sums. */
  readonly before?: true
}

/** 退单: of one line of an order. */
export interface NightReturn {
  readonly at: number
  readonly order: Id
  readonly room: Id
  readonly item?: Id
  readonly qty: number
  readonly amount: number
  readonly reason: ReturnReason
  readonly by: Id
  readonly second?: Id
}

/** A bill that was taken back (撤销买单). What it came to is orders and room, less what was given off it. */
export interface NightUndone {
  readonly at: number
  readonly visit: Id
  readonly room: Id
  /** Absent where it was made before the day before. */
  readonly was?: number
  /** What the next one came to; absent while there is none. */
  readonly again?: number
  /** The room of the party that they joined before there was a next one. */
  readonly joined?: Id
  readonly by?: Id
}

/** What became of guests' bottles; `item` and `label` are missing where an old journal does not say. */
export interface NightBooking {
  readonly reservation: Id
  /** When it was let go or cancelled. */
  readonly at: number
  readonly arrivesAt: number
  readonly party: number
  readonly roomClass: Id
  readonly room?: Id
  readonly deposit: boolean
  readonly booker?: Id
  /** Absent: it was let go when its hour was over. */
  readonly cancelledBy?: Id
}

export interface NightKeep {
  readonly at: number
  readonly what: 'stored' | 'undone' | 'drawn' | 'extended' | 'corrected' | 'forfeited'
  readonly label?: string
  readonly item?: Id
  /** Stored, drawn, what is in it in truth, or what was left when it became the house's. */
  readonly tenths?: number
  /** Corrected: where it stands. */
  readonly shelf?: string
  /** Corrected: what of it was said otherwise before. */
  readonly was?: { readonly tenths?: number; readonly shelf?: string; readonly owner?: true }
  readonly room?: Id
  readonly by?: Id
  readonly second?: Id
}

export interface NightReport {
  readonly day: string
  /** What came after it is not told. */
  readonly until: number
  readonly visits: readonly NightVisit[]
  readonly guests: number
  /** Orders and rooms, net of what was cancelled, rejected and returned; before comps. */
  readonly ordered: number
  readonly charged: number
  readonly comps: readonly NightComp[]
  readonly compTotal: number
  /** Of these what comes off bills. */
  readonly reduced: number
  readonly returned: number
  readonly returnCount: number
  readonly returns: readonly NightReturn[]
  /** What the next bill came to is told whenever that was made. */
  readonly undoneBills: readonly NightUndone[]
  readonly cancelled: number
  readonly rejected: number
  /** Tickets of the night that nobody keyed into the cashier, on the day after neither. */
  readonly unticked: readonly { readonly order: Id; readonly visit: Id; readonly room: Id; readonly total: number }[]
  readonly responses: Responses
  readonly byKind: readonly (Responses & { readonly what: CallKind })[]
  readonly byRoom: readonly (Responses & { readonly room: Id })[]
  readonly people: readonly NightPerson[]
  /** The ten that waited longest. */
  readonly slow: readonly SlowCall[]
  /** Complaints that are not resolved at the end of the report. */
  readonly openComplaints: readonly SlowCall[]
  /** Complaints that the guests took back: they count in no figure. */
  readonly withdrawnComplaints: readonly SlowCall[]
  readonly faces: Readonly<Record<Face, number>>
  /** Of these, within a minute of a delivery. */
  readonly facesAtTable: number
  /** How often each factor was named with a bad face, most often first. */
  readonly badFactors: readonly { readonly factor: Factor; readonly times: number }[]
  readonly keepsStored: number
  readonly keepsDrawn: number
  readonly keeps: readonly NightKeep[]
  /** Nobody came for them, by the hour for which they were. Of the night that runs they may come yet. */
  readonly lostBookings: readonly NightBooking[]
  readonly songs: number
  readonly firstSongMedian?: number
  /** Guests who were in the house at the end of each hour of the business day: what the night's curve is drawn from. */
  readonly hours: readonly {
    readonly at: number
    readonly guests: number
    /** In this hour, less what of that came to nothing or back. */
    readonly ordered: number
    readonly calls: number
  }[]
}

/** One step of an order: who did it and when. */
export interface SlipStep {
  readonly at: number
  readonly what:
    | 'placed'
    | 'approved'
    | 'accepted'
    | 'delivered'
    | 'rejected'
    | 'cancelled'
    | 'returned'
    | 'ticked'
    | 'unticked'
  /** The device that it was done on, where it was one. */
  readonly device?: Id
  readonly staff?: Id
  readonly second?: Id
  readonly line?: Id
  readonly qty?: number
}

/** 对单: what is on one visit's bill and off it, of its whole stay, with who did it and when. */
export interface VisitSlip {
  readonly visit: Id
  readonly room: Id
  readonly openedAt: number
  readonly closedAt?: number
  readonly orders: readonly {
    readonly order: Id
    readonly source: OrderSource
    readonly total: number
    /** Cancelled or rejected: in no sum. */
    readonly undone?: true
    readonly lines: readonly {
      readonly line: Id
      readonly item: Id
      readonly qty: number
      readonly unitPrice: number
    }[]
    readonly steps: readonly SlipStep[]
  }[]
  readonly returns: readonly NightReturn[]
  readonly comps: readonly NightComp[]
  readonly undoneBills: readonly NightUndone[]
  readonly keeps: readonly NightKeep[]
  /** Orders less returns. */
  readonly total: number
  /** Of the gifts what comes off the bill. */
  readonly reduced: number
  /** The room's, as the bill has it; absent while there is none. */
  readonly charge?: number
  /** Still to the minimum spend; absent where nothing is. */
  readonly missing?: number
}
