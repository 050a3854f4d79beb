/** Facts of a party's stay and of the rooms. */
import type { OrderRule } from '../../../shared/protocol/commands/visit.ts'
import type { PassedOnCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Complaint, Face, Outcome, RoomCondition, WrittenLocale } from '../../../shared/protocol/words.ts'
import type { TariffTerms } from './tariff.ts'

export type VisitEvent =
  | {
      type: 'VisitOpened'
      visit: Id
      room: Id
      party: number
      host?: Id
      /** 订房人: a member of staff or a member. */
      booker?: Id
      attendant?: Id
      reservation?: Id
      terms: TariffTerms
      /** Minor units; 低消 of the room's class at that moment. */
      minimumSpend: number
      orderRule: OrderRule
      discreet: boolean
      /** Key of a walk-in's name in the texts, or of what the host is called tonight. */
      text?: Id
      /** What they read at the door, where it is not what the house speaks. */
      language?: WrittenLocale
    }
  /** `text`: key of what they are called tonight. */
  | { type: 'MemberJoined'; visit: Id; member: Id; discreet: boolean; text?: Id }
  /** Put at the wrong table; `early`: gone before the others, whose night it was as well. */
  | { type: 'MemberLeft'; visit: Id; member: Id; early?: true }
  /** 撤销开台: it was opened by mistake, and nothing came of it. */
  | { type: 'VisitCancelled'; visit: Id; room: Id; members: readonly Id[] }
  /** `terms`: those of the new room, with what they owe for the old one; absent: the terms stay. */
  | { type: 'VisitMoved'; visit: Id; from: Id; to: Id; minimumSpend: number; terms?: TariffTerms }
  /** `charge`: what the freed room cost until then, minor units; it goes on the bill of `into`. */
  | { type: 'VisitsMerged'; from: Id; into: Id; freed: Id; charge: number }
  /** `tappedAt`: when the finger came down, where that was earlier than the line. */
  | {
      type: 'VisitExtended'
      visit: Id
      minutes: number
      endsAt: number
      charge: number
      included?: number
      tappedAt?: number
    }
  /** `endsAt`: what holds again; absent where there was no end. */
  | { type: 'ExtensionUndone'; visit: Id; minutes: number; charge: number; included?: number; endsAt?: number }
  /** `terms`: what they go on by, with what they owe so far. */
  | { type: 'TariffChanged'; visit: Id; terms: TariffTerms }
  | { type: 'TariffTimeEnded'; visit: Id }
  | { type: 'DiscreetSet'; visit: Id; discreet: boolean }
  | { type: 'OrderRuleSet'; visit: Id; rule: OrderRule }
  /** `code`: the host's, from now on; absent: it stays. */
  | { type: 'TotalsSet'; visit: Id; shown: boolean; code?: string }
  | { type: 'HostCodeMissed'; visit: Id }
  | { type: 'AttendantSet'; visit: Id; attendant: Id }
  /** Without `booker`: nobody brought them. */
  | { type: 'BookerSet'; visit: Id; booker?: Id }
  | { type: 'PartyCounted'; visit: Id; party: number }
  | { type: 'DoNotDisturbSet'; visit: Id; on: boolean }
  /** It came late, from a room that the party had left: they are asked about it where they are. */
  | { type: 'TapPassedOn'; visit: Id; tap: Id; tappedAt: number; command: PassedOnCommand }
  | { type: 'PassedOnAnswered'; visit: Id; taps: readonly Id[] }
  | {
      type: 'VisitSettled'
      visit: Id
      /** What the hub knows of the bill; the cashier's is the true one. Minor units. */
      room: number
      orders: number
      /** Reductions and waivers; a gift was never charged. */
      comps: number
      unticked: readonly Id[]
    }
  | { type: 'SettleUndone'; visit: Id }
  | {
      type: 'VisitClosed'
      visit: Id
      room: Id
      members: readonly Id[]
      openedAt: number
      /** Minor units, net of comps and voids: what the member's record counts. */
      effectiveSpend: number
      /** What was drunk and sung, for the records of those members; items and songs by id. */
      drunk: readonly { item: Id; qty: number }[]
      sung: readonly { song: Id; title: string; artist: string }[]
      /** The last complaint and what was done about it: carried to the next check-in. */
      complaint?: { category: Complaint; outcome?: Outcome }
      /** The worst face given, if any. */
      face?: Face
      /** Minor units: by the hour, what the room ran up after the bill. Not there where they just finished their drinks. */
      afterwards?: number
    }
  | { type: 'RoomConditionSet'; room: Id; condition: RoomCondition }
  | { type: 'DayRolled'; day: string }
