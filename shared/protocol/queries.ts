/** Questions that change nothing. */
import * as v from 'valibot'
import { Id } from './primitives.ts'
import type { BriefView } from './views/console.ts'
import type { Complaint, Face, Outcome } from './words.ts'

const Needle = v.pipe(v.string(), v.maxLength(60))
const Page = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000)))

export const SearchSongs = v.strictObject({
  type: v.literal('SearchSongs'),
  /** Initials, pinyin, characters, English, any part of title or artist; empty: by popularity. */
  text: Needle,
  language: v.exactOptional(v.pipe(v.string(), v.maxLength(8))),
  artist: v.exactOptional(Needle),
  offset: Page,
})
export const BrowseArtists = v.strictObject({
  type: v.literal('BrowseArtists'),
  language: v.exactOptional(v.pipe(v.string(), v.maxLength(8))),
  offset: Page,
})
export const SearchMembers = v.strictObject({ type: v.literal('SearchMembers'), text: Needle })
export const MemberCard = v.strictObject({ type: v.literal('MemberCard'), member: Id })
/** Reveals a masked phone number; logged. */
export const MemberPhone = v.strictObject({ type: v.literal('MemberPhone'), member: Id })
export const FreeRooms = v.strictObject({
  type: v.literal('FreeRooms'),
  party: v.pipe(v.number(), v.minValue(1), v.maxValue(99)),
})

export const Query = v.variant('type', [SearchSongs, BrowseArtists, SearchMembers, MemberCard, MemberPhone, FreeRooms])
export type Query = v.InferOutput<typeof Query>
export type QueryType = Query['type']
export const queryTypes: readonly QueryType[] = [
  'SearchSongs',
  'BrowseArtists',
  'SearchMembers',
  'MemberCard',
  'MemberPhone',
  'FreeRooms',
]

export interface SongHit {
  readonly song: Id
  readonly title: string
  readonly artist: string
  readonly language: string
}

export interface MemberCardView extends BriefView {
  readonly rev: number
  /** Present for who may see it; phone masked to its last four digits. */
  readonly name?: string
  readonly phoneMasked?: string
  readonly birthday?: string
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
    readonly item: Id
    readonly tenths: number
    readonly shelf: string
    readonly expiresAt: number
  }[]
  readonly cards: readonly { readonly tail: string; readonly blocked: boolean }[]
}

export interface AnswerOf {
  SearchSongs: { readonly hits: readonly SongHit[]; readonly total: number }
  BrowseArtists: {
    readonly artists: readonly { readonly artist: string; readonly songs: number }[]
    readonly total: number
  }
  SearchMembers: {
    readonly hits: readonly {
      readonly id: Id
      readonly called: string
      readonly name?: string
      readonly tier: string
      readonly present: boolean
    }[]
  }
  MemberCard: MemberCardView
  MemberPhone: { readonly phone: string }
  FreeRooms: { readonly rooms: readonly Id[] }
}
