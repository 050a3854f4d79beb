/** What a room's panel may know. No taboo, phone, birthday, member's spend; nothing from history in a discreet visit. */
import type { OrderRule } from '../commands/visit.ts'
import type { PassedOnCommand } from '../commands.ts'
import type { Id, LocalizedText } from '../primitives.ts'
import type { Complaint, Face, Factor, Outcome, RejectReason, Service, WrittenLocale } from '../words.ts'
import type { MenuCategoryView, MenuItemView, VenueView } from './venue.ts'

export interface PanelRoomView {
  readonly id: Id
  readonly name: string
  readonly floor: number
}

export interface PanelVisitView {
  readonly id: Id
  readonly status: 'open' | 'settled'
  readonly openedAt: number
  /** What the host is called, when a screen may show it. */
  readonly greeting?: string
  readonly vip: boolean
  readonly party: number
  readonly orderRule: OrderRule
  /** 点单小计, 低消 and what is missing to it, minor units. Absent while they are not for these guests' eyes. */
  readonly totals?: {
    readonly subtotal: number
    readonly minimumSpend: number
    readonly missing: number
    readonly orders: readonly { readonly order: Id; readonly total: number }[]
  }
  /** Hub time, ms: a panel that is cut off past it hides what is the guests'. Never shown. */
  readonly hideAfter: number
  readonly doNotDisturb: boolean
  /** By guest number; 0 is the room. */
  readonly feedback: readonly { readonly guest: number; readonly face: Face; readonly factors: readonly Factor[] }[]
  readonly attendant?: LocalizedText
  /** Who is at the door and wants to come in; of a discreet or undisturbed room staff ask in person. */
  readonly seekers?: readonly { readonly id: Id; readonly called?: string }[]
  /** The hub knows what this party likes to sing, and may show it. */
  readonly yours?: true
  /** What they read at the door, where it is not what the house speaks. */
  readonly language?: WrittenLocale
  /** Songs that somebody of the party sang on their last visit, where a screen may say so. */
  readonly lastTime?: readonly Id[]
  /** Tapped in a room that they had left, and too late to count unasked; oldest first. */
  readonly passedOn?: readonly PassedOnView[]
  /** Marked by this table. */
  readonly favourites?: readonly Id[]
  /** What the house gives for a 评价, whichever it is; `given` once it did. */
  readonly reward?: { readonly item: Id; readonly given: boolean }
}

export interface PassedOnView {
  readonly tap: Id
  readonly tappedAt: number
  readonly command: PassedOnCommand
}

export interface EntryView {
  readonly entry: Id
  readonly song: Id
  readonly title: string
  readonly artist: string
  readonly by: 'guest' | 'house'
  readonly why?: 'yours' | 'hot'
}

export interface PlaylistView {
  /** `vocals`: whether the singer is heard; absent where there is no choice. */
  readonly playing?: EntryView & { readonly startedAt: number; readonly lengthMs: number; readonly vocals?: boolean }
  /** `waitMs`: until it starts, if nobody skips, from the end of the song that plays. */
  readonly queue: readonly (EntryView & { readonly waitMs: number })[]
  /** Newest first. `missing`: it could not be played, and was passed over. */
  readonly sung: readonly (EntryView & { readonly missing?: true })[]
}

export interface UsualView {
  /** `times`: of their last evenings; 0 is a proposal of the house. `inARow`: the last so many without a gap, from two. */
  readonly items: readonly {
    readonly item: Id
    readonly qty: number
    readonly times: number
    readonly inARow?: number
  }[]
}

/** Without money: that is in the visit's totals. */
export interface PanelOrderView {
  readonly id: Id
  readonly placedAt: number
  readonly lockedUntil: number
  readonly status: 'awaiting-approval' | 'placed' | 'accepted' | 'delivered' | 'rejected' | 'cancelled'
  /** Why the bar said no, and when. */
  readonly rejected?: RejectReason
  readonly rejectedAt?: number
  readonly lines: readonly {
    readonly line: Id
    readonly item: Id
    readonly qty: number
    readonly returned: number
    readonly options: readonly Id[]
    readonly repeatable: boolean
  }[]
  readonly byStaff: boolean
  /** From the house: no price is shown. */
  readonly gift?: true
}

export interface PanelRequestView {
  readonly id: Id
  /** A complaint shows no category: others can read the panel. */
  readonly what: { readonly kind: 'service'; readonly service: Service } | { readonly kind: 'complaint' }
  /** `put-aside`: somebody will come, later; who is not said. */
  readonly status: 'open' | 'acknowledged' | 'put-aside' | 'resolved'
  readonly openedAt: number
  readonly times: number
  readonly staff?: LocalizedText
  readonly onTheWay: boolean
  readonly outcome?: Outcome
}

/** Key → value. A key is `kind` or `kind/id`. */
export interface PanelSlices {
  venue: VenueView
  room: PanelRoomView
  visit: PanelVisitView
  playlist: PlaylistView
  usual: UsualView
  order: PanelOrderView
  request: PanelRequestView
  item: MenuItemView
  category: MenuCategoryView
  /** What a complaint may be about; ids only, here so that a venue can leave some out. */
  complaints: { readonly categories: readonly Complaint[] }
}
