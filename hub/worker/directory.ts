/** What the worker thread knows: where songs and members are found. The hub asks it, so that no search ever blocks a tap. */

import type { CardFormat } from '../../shared/protocol/cards/formats.ts'
import type { NightReport, VisitSlip } from '../../shared/protocol/night-report.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import type { SongPlan } from '../../shared/protocol/song-import.ts'
import type { CheckInFailure } from '../../shared/protocol/words.ts'
import type { Member } from '../domain/member/member.ts'
import type { NewCard } from '../domain/member/new-card.ts'
import type { Song } from '../domain/playlist/song.ts'
import type { HouseStatistics } from '../insight/house-statistics.ts'
import type { NightAsked } from './nights.ts'
import type { SongFileAsked } from './read-song-file.ts'

/** `file`: the id of a file that is theirs, or was merged into theirs. */
export type CredentialKind = 'card' | 'code' | 'phone' | 'file'

/** `card`: the one that fits, whichever reader wrote its number. */
export type Identified = ({ readonly member: Id } | { readonly failure: CheckInFailure; readonly member?: Id }) & {
  readonly card?: Id
}

export type FoundMember = Pick<Member, 'id' | 'called' | 'name' | 'tier' | 'blocked'>

export interface Directory {
  searchSongs(query: {
    text: string
    language?: string
    artist?: string
    offset?: number
    /** What this party sings: first among what is found equally well. */
    favoured?: readonly Id[]
    newest?: true
  }): Promise<AnswerOf['SearchSongs']>
  browseArtists(query: { language?: string; offset?: number }): Promise<AnswerOf['BrowseArtists']>
  song(id: Id): Promise<Song | undefined>
  /** The most sung, most first. */
  hotSongs(limit: number): Promise<readonly Song[]>
  /** Those that may not be sung here. */
  blockedSongs(): Promise<readonly Id[]>
  /**
   * Whom a credential names: unknown, blocked, or two members' (a number that a family shares) are failures. `format`: how
   * the reader of a card writes; without it the text is compared as it is.
   */
  identify(kind: CredentialKind, value: string, format?: CardFormat): Promise<Identified>
  /** Whose card this is already, as far as it can be told. */
  ownerOf(card: NewCard): Promise<Id | undefined>
  /** Members by any field, best first: as much of them as a list shows, so that nobody's file is read for it. */
  searchMembers(text: string, limit: number): Promise<readonly FoundMember[]>
  /** The ids of those texts that hold `text`, by their letters, their sound or its initials. */
  matching(text: string, among: readonly { readonly id: Id; readonly text: string }[]): Promise<readonly Id[]>
  /** A member's row was committed (or erased: undefined). */
  memberSaved(id: Id, member: Member | undefined): void
  /** How the whole house drinks, from every member's history. */
  houseStatistics(): Promise<HouseStatistics>
  /** The nights that the journal still has, newest first. */
  nights(): Promise<readonly string[]>
  /** One of them on a page; undefined where there is none. */
  night(asked: NightAsked): Promise<NightReport | undefined>
  /** What one party of that night ordered, and whose hands it went through. */
  slip(asked: NightAsked & { readonly visit: Id }): Promise<VisitSlip | undefined>
  /** Reads a file of songs and writes down the catalogue that it would be; nothing that is sung changes. */
  readSongFile(asked: SongFileAsked): Promise<SongPlan>
  /** Loads that catalogue beside the one that is sung; resolves once it can be searched. */
  prepareSongs(catalogue: string): Promise<void>
  /** From here on it is the one that is sung. */
  takeSongs(catalogue: string): Promise<void>
  close(): Promise<void>
}
