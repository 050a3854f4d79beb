/**
 * What the console needs of its link to the hub. Reads (`one`, `all`, `get`) are reactive: a component that reads a
 * slice while it renders is drawn again when that slice changes.
 */
import type { ReadonlySignal } from '@preact/signals'
import type { Answer, QueryAnswer } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { AnswerOf, Query } from '../../../shared/protocol/queries.ts'
import type { SoundReport } from '../../../shared/protocol/sound.ts'
import type { ConsoleSlices, FeedLine } from '../../../shared/protocol/views/console.ts'
import type { ConnectionState } from '../../../shared/ui/connection-badge.tsx'

export type SliceKind = keyof ConsoleSlices

/** A tap that the hub has not answered yet; what it asks is shown as done meanwhile. */
export interface PendingTap {
  readonly command: PeopleCommand
  /** Hub time, ms since the epoch. */
  readonly tappedAt: number
}

/** How the hub can be reached; `pairing` and `replaced`: this page is nobody's, or somebody else's now. */
export type Connection =
  | { readonly at: ConnectionState; readonly since?: number }
  | { readonly at: 'pairing'; readonly code?: string; readonly full?: true; readonly known?: true }
  | { readonly at: 'replaced' }

export interface ConsoleLink {
  readonly device: Id
  /** The only slice of its kind: venue, self, night. */
  one<K extends SliceKind>(kind: K): ConsoleSlices[K] | undefined
  all<K extends SliceKind>(kind: K): readonly ConsoleSlices[K][]
  get<K extends SliceKind>(kind: K, id: Id): ConsoleSlices[K] | undefined
  /** Whether the first view has arrived. */
  readonly ready: ReadonlySignal<boolean>
  /** Oldest first. */
  readonly feed: ReadonlySignal<readonly FeedLine[]>
  readonly connection: ReadonlySignal<Connection>
  readonly pending: ReadonlySignal<readonly PendingTap[]>
  /** Into the outbox: done at once on the screen. Resolves with the hub's answer, however late that is. */
  tap(command: PeopleCommand, sure?: boolean): Promise<Answer>
  /** For commands with a PIN: never kept, fails if the hub is not there (refusal `unavailable`). */
  sendNow(command: PeopleCommand, sure?: boolean): Promise<Answer>
  ask<Q extends Query>(query: Q): Promise<QueryAnswer<AnswerOf[Q['type']]>>
  /** A file for `PlanSongs`, in pieces; false: the hub did not take it. */
  sendFile(upload: Id, file: Blob, sent: (bytes: number) => void): Promise<boolean>
  /** Whether this console sounds, and what was heard at it. */
  report(report: SoundReport): Promise<QueryAnswer<unknown>>
  /** Ms since the epoch, on the hub's clock. */
  hubNow(): number
  /** Takes the device back from where else it was opened. */
  reconnect(): void
}
