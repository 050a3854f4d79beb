/** What a decision is made from, and what it may answer. */
import { type Answer, done, type Result, refused } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Refusal } from '../../shared/protocol/refusals.ts'
import type { CheckInFailure, DeviceKind } from '../../shared/protocol/words.ts'
import type { HouseStatistics } from '../insight/house-statistics.ts'
import type { Event, EventOf } from './events.ts'
import type { RecordKind } from './house-events.ts'
import type { MemberFacts } from './member/member.ts'
import type { MenuItem } from './order/menu-item.ts'
import type { Song } from './playlist/song.ts'
import type { Principal } from './principal.ts'
import type { Edit } from './setup/change.ts'
import type { Staff } from './staff/staff.ts'
import type { Visit } from './state.ts'
import type { VenueConfig } from './venue-config.ts'

/** A version of a row on the disk, not yet what the row says. */
export interface StagedRow {
  readonly kind: RecordKind
  readonly id: Id
  readonly rev: number
  /** The version it was made from, where that must still be the newest. */
  readonly basedOn?: number
}

/** What was looked up for this command before it was decided; a decision itself reads no store. */
export interface Facts {
  /** TouchCard, ScanCode, EnterPhone, CheckInMember: whom it names. */
  readonly identified?: { readonly member: MemberFacts } | { readonly failure: CheckInFailure; readonly member?: Id }
  /** Keyed hash of the credential, to join one touch seen twice. */
  readonly credential?: string
  /** ScanCode: the half minute of a code that changes. */
  readonly codeStep?: number
  /** The members that the command is about: those of its visit and the identified one. */
  readonly members: ReadonlyMap<Id, MemberFacts>
  /** AddSong: the song, if the catalogue has it. */
  readonly song?: Song
  /** The house's most sung songs, for the playlist of a party; absent: nobody could say, and nothing is laid. */
  readonly hotSongs?: readonly Song[]
  /** Songs that may not be sung here: what members sang elsewhere or long ago may name them. */
  readonly blockedSongs?: ReadonlySet<Id>
  /** A free text or record that was written before the decision; its event commits it. */
  readonly saved?: { readonly id: Id; readonly rev: number }
  /** More rows than that one, written before the decision; each wants its own event to commit it. */
  readonly staged?: readonly StagedRow[]
  /** ImportSongs: the catalogue that was read, compared with `basedOn`, and can be sung at once. */
  readonly songs?: {
    readonly catalogue: string
    readonly basedOn: string
    readonly file: string
    readonly encoding: string
    readonly songs: number
    readonly added: number
    readonly changed: number
    readonly dropped: number
    readonly faulty: number
  }
  /** RestoreHouse: the backup, if it is one of those that are there. */
  readonly backup?: { readonly backup: string; readonly madeAt: number; readonly bytes: number }
  /** Set-up: what the staged row changes; absent where it changes nothing. */
  readonly edit?: Edit
  /** Reserve, AmendReservation: the row of the name. */
  readonly named?: Id
  /** The same: the row of the phone number, and the keyed hash of what it says. */
  readonly contact?: { readonly text: Id; readonly key: string }
  /** The same: the row of the note. */
  readonly noted?: Id
  /** The version of the row that `saved` was made from. */
  readonly basedOn?: number
  /** NewMember, SaveMember: another member has this phone number. */
  readonly phoneOf?: Id
  /** TouchCard, MisreadCard: somebody at the desk waits for a card here. */
  readonly forDesk?: boolean
  /** Commands with a PIN: whether it was right. */
  readonly pin?: 'right' | 'wrong'
  readonly second?: 'right' | 'wrong'
  /** EraseMember, EraseAgain: the ids of those who were found to be this member. */
  readonly formerly?: readonly Id[]
  /** ReadmitDevice: what it is. */
  readonly deviceKind?: DeviceKind
  /** SignIn: several people use this console, so a session ends when nobody touched it for a few minutes. */
  readonly sharedConsole?: boolean
  /** Enrol: the new member's id and first version, already on the disk. */
  readonly enrolled?: { readonly member: MemberFacts; readonly rev: number }
  /** Commands of a phone about its owner: the check-in that its claim made. */
  readonly claimed?: Id
}

export const noFacts: Facts = { members: new Map() }

export const knowing = (members: readonly MemberFacts[]): Facts => ({
  members: new Map(members.map(each => [each.member.id, each])),
})

export interface Meta {
  /** Hub time of the decision, ms. */
  readonly at: number
  /** When the finger came down, on the hub's clock. */
  readonly tappedAt: number
  /** The person was asked once and said yes. */
  readonly sure: boolean
  /** Business day of `at`, e.g. 2026-11-23. */
  readonly day: string
  readonly by: Principal
  readonly venue: VenueConfig
  readonly item: (id: Id) => MenuItem | undefined
  /** The same drink in every pack that it is sold in. */
  readonly packs: (item: Id) => readonly Id[]
  /** Who works here: nobody who is gone. */
  readonly staff: (id: Id) => Staff | undefined
  readonly everybody: () => readonly Staff[]
  /** Whether the venue's cashier system gets tickets by itself; else staff key them and tick. */
  readonly cashierTakesTickets: boolean
  /** How often each item is had, and had again, by anyone. */
  readonly houseUsual: HouseStatistics
  /** A new opaque id with this prefix. */
  readonly id: (prefix: string) => Id
  readonly facts: Facts
  /** Commands of a panel: the visit the tap was meant for, checked to be not closed and to have been in this room. */
  readonly visit?: Visit
}

/** Of the journal line an event stands in: when, and who caused it. */
export interface LineMeta {
  readonly at: number
  readonly by: { readonly device?: Id; readonly staff?: Id; readonly system?: true; readonly phone?: true }
}

export interface Accepted {
  readonly events: readonly Event[]
  readonly result?: Result
}

/** A "no" that may itself be worth a fact: a wrong PIN, a card nobody knows. Its events are kept; the sender learns the refusal only. */
export interface Refused extends Refusal {
  readonly events?: readonly Event[]
}

export type Decision = Accepted | Refused

export const accept = (...events: readonly Event[]): Accepted => ({ events })
/** It is so without that: nothing happens, and whoever asked is told. */
export const already: Accepted = { events: [], result: { already: true } }
/** Nothing is to be done, and nobody asked. */
export const none: Accepted = { events: [] }

/** The events by which the rows written for this decision become what the records say. */
export const commits = ({ staged = [] }: Facts): readonly EventOf<'RecordSaved'>[] =>
  staged.map(({ kind, id, rev }) => ({ type: 'RecordSaved', kind, id, rev }))

export const isRefusal = (decision: Decision): decision is Refused => 'refused' in decision

/** What the sender is told: never the events. */
export function answerOf(decision: Decision): Answer {
  if (!isRefusal(decision)) return done(decision.result)
  const { events: _kept, ...refusal } = decision
  return refused(refusal)
}
