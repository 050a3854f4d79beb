/** The few socket names and what travels under them. */
import * as v from 'valibot'
import type { Answer, QueryAnswer } from './answer.ts'
import { Id, TapNumber } from './primitives.ts'
import type { ConsoleSlices, FeedLine } from './views/console.ts'
import type { KioskSlices } from './views/kiosk.ts'
import type { PanelSlices } from './views/panel.ts'
import type { PhoneSlices } from './views/phone.ts'
import type { PlayerSlices } from './views/player.ts'

export interface SlicesOf {
  kiosk: KioskSlices
  panel: PanelSlices
  console: ConsoleSlices
  phone: PhoneSlices
  player: PlayerSlices
  /** A reader shows nothing. */
  reader: Record<never, never>
}
export type Surface = keyof SlicesOf

/** Slices that changed with fact `seq`. `whole`: forget everything before it. Keys are `kind` or `kind/id`. */
export interface ViewFrame {
  readonly seq: number
  readonly whole: boolean
  /** With `whole`, to a whole audience: what each client alone was told is not in it, and stays. */
  readonly ownStays?: true
  /** Hub time when it was sent, ms: what client clocks are set by. */
  readonly now: number
  /** With `whole`, to a screen: when the house was last put back from a backup, hub time, ms: what a page began before that is of one that is gone. */
  readonly restoredAt?: number
  /** With `whole`: the client's tap in doubt was answered before, and what came of it is in this view. */
  readonly answered?: true
  readonly put: readonly (readonly [key: string, value: unknown])[]
  /** Never with `whole`: of slices that every client of the audience holds, only what is another. See `held-slices.ts`. */
  readonly change?: readonly ChangedSlice[]
  /** With `whole`, to a panel: its price list by a mark; `put` is not there for who holds it by that mark. */
  readonly menu?: { readonly mark: string; readonly put?: ViewFrame['put'] }
  readonly drop: readonly string[]
  /** What is new in the live feed of a console: in the same frame, or every tap would cost each console two. */
  readonly feed?: FeedNews
}

/** Fields with their new values, and those that are not there any more. */
export type ChangedSlice = readonly [key: string, fields: Readonly<Record<string, unknown>>, gone?: readonly string[]]

export interface FeedNews {
  readonly lines: readonly FeedLine[]
  /** True when older lines than these were missed and are not kept here any more. */
  readonly gap: boolean
}

/** How the hub is: said to every screen when it cannot keep its promise. */
export interface HubHealth {
  readonly status: 'ok' | 'storage-failed'
}

export interface HubToClient {
  view: (frame: ViewFrame) => void
  health: (health: HubHealth) => void
  /** This device's token is a day old: POST /pair/renew with it for the next one. */
  renew: () => void
}

export interface ClientToHub {
  command: (envelope: unknown, ack: (answer: Answer) => void) => void
  query: (query: unknown, ack: (answer: QueryAnswer<unknown>) => void) => void
  /** What a device says of how it is: shown, never journaled. */
  presence: (report: unknown, ack: (answer: QueryAnswer<unknown>) => void) => void
}

export const TapInDoubt = v.strictObject({ outbox: Id, n: TapNumber })
export type TapInDoubt = v.InferOutput<typeof TapInDoubt>

/** What a client says of itself when it connects; who it is comes from its cookie or claim alone. */
export const Handshake = v.strictObject({
  protocol: v.number(),
  device: v.exactOptional(Id),
  /** A phone's claim of a kiosk's ticket. */
  claim: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  /** Last feed line seen: what was missed since is sent. */
  feedAfter: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  /** The mark of the price list that a panel holds: it is not sent again. */
  menu: v.exactOptional(v.pipe(v.string(), v.maxLength(32))),
  /** The tap that may have got there before the last link was lost: nobody heard its answer. */
  inDoubt: v.exactOptional(TapInDoubt),
  /** Set by Node clients that keep no cookie jar. */
  token: v.exactOptional(v.pipe(v.string(), v.maxLength(96))),
})
export type Handshake = v.InferOutput<typeof Handshake>

/** Why a handshake was refused (`connect_error`'s message). */
export const handshakeRefusals = ['not-paired', 'other-version', 'too-many', 'bad-origin', 'starting'] as const
export type HandshakeRefusal = (typeof handshakeRefusals)[number]
