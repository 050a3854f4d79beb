/** What the hub needs from the world outside it. Adapters are constructed in main.ts and nowhere else. */

import type { Refusal } from '../shared/protocol/refusals.ts'
import type { PrinterState } from '../shared/protocol/words.ts'
import type { Paper } from './printer/paper.ts'

/** Wall clock and timers, in ms since the epoch. Injected, so that a test lives through a night in a second. */
export interface Clock {
  now(): number
  /**
   * Calls `wake` once, at or soon after `at` (ms since the epoch), or when as long has gone by as `at` was away, should the
   * wall clock have been set back meanwhile; the answer cancels it.
   */
  wakeAt(at: number, wake: () => void): () => void
}

/** Opaque ids. They carry no meaning and no personal data; a journal may keep them for ever. */
export interface Ids {
  /** A new id such as `v7k2m9qd4x`: the prefix names the kind, 10 characters of [0-9a-z] follow. */
  next(prefix: string): string
  /** `bytes` of randomness in base64url, for tokens and tickets. */
  secret(bytes: number): string
}

/** The few file operations that durability depends on. Tests make each of them fail. Failures are {@link StoreFailed}. */
export interface Files {
  /** The whole file, or undefined when there is none. */
  read(path: string): Promise<Buffer | undefined>
  /** As long as the whole file, but what lies in the hole is not looked at: zeroes. For who wants the end of something long. */
  readAround(path: string, hole: Hole): Promise<Buffer | undefined>
  /** Temp file beside it, write, fsync, rename over `path`, fsync of the folder; mode 0600. The folder must exist. */
  replace(path: string, content: string | Uint8Array): Promise<void>
  /** Names (not paths) of what lies in `folder`, sorted; empty when there is no such folder; no temp files. */
  list(folder: string): Promise<string[]>
  /** Removes and syncs the folder; nothing to remove is fine. */
  remove(path: string): Promise<void>
  /** Makes the folder and those above it, mode 0700, durably. */
  makeFolder(path: string): Promise<void>
  /** Opens for durable positioned writes; creates with mode 0600 and syncs the folder. Waits for the disk. */
  openDurable(path: string): DurableFile
}

/** Bytes from `from` up to `to`, which is not in it. */
export interface Hole {
  readonly from: number
  readonly to: number
}

export interface DurableFile {
  /** Bytes allotted, zeroes past the last write included. */
  size(): number
  /** Writes at `offset`; when it returns the bytes are on the disk. */
  writeDurably(bytes: Uint8Array, offset: number): void
  /** Cuts the file to `size` bytes, durably. */
  truncate(size: number): void
  close(): void
}

/** One command that happened: what it was, who asked, what followed. Opaque ids only: no name, phone, birthday or free text. */
export interface JournalLine<E> {
  /** Counts lines from 1 over the whole life of the venue; the order of everything. */
  seq: number
  /** Lines written by one sync share a batch number. */
  batch: number
  /** Hub time, ms since the epoch. */
  at: number
  command: { type: string; outbox?: string; n?: number }
  by: { device?: string; staff?: string; system?: true; phone?: true }
  events: readonly E[]
  /** What the sender was answered, kept so that a repeated command gets the same answer after a restart. */
  answer?: Readonly<Record<string, string | number | boolean>>
  /** The sender was refused, and the refusal itself is worth a fact (a wrong PIN). */
  refusal?: Refusal
}

/** A place in the journal just after a line, as a checkpoint keeps it: from here on only newer lines need reading. */
export interface JournalAnchor {
  readonly seq: number
  readonly batch: number
  /** The last line's link of the chain, base64url. */
  readonly mac: string
  /** Name of the day file, '' when the journal is empty. */
  readonly file: string
  /** Bytes from the start of that file. */
  readonly offset: number
}

/** What opening cut from the end of the journal: an append that a crash tore and nobody was told about. */
export interface DroppedTail {
  readonly file: string
  readonly line: number
  readonly bytes: number
  /** Path of the file in which the cut bytes are kept. */
  readonly keptAs: string
}

/** The facts. One writer. An append that throws leaves the journal unusable until it is opened again. */
export interface Journal<E> {
  /**
   * All or nothing, one sync: when it returns every line is on the disk; throws {@link StoreFailed} and stays failed. It
   * waits for the disk, and the loop with it: to hand the write to a thread and be woken again takes longer than the write
   * (`npm run bench -- --only taps`), and what comes meanwhile shares the next one either way.
   * The lines' seq go on from `lastSeq`, and all carry batch `lastBatch + 1`; anything else is a bug (Error, nothing written).
   */
  append(lines: readonly JournalLine<E>[]): void
  /** Lines with `seq > after`, oldest first, up to `lastSeq` as it is at the call. */
  read(after: number): AsyncIterable<JournalLine<E>>
  /** The last intact seq, 0 when empty. */
  readonly lastSeq: number
  /** The batch of that line, 0 when empty. */
  readonly lastBatch: number
  /** The place just after `lastSeq`, for the checkpoint of the state at `lastSeq`. */
  anchor(): JournalAnchor
  readonly dropped: DroppedTail | undefined
  close(): Promise<void>
}

export interface JournalStore<E> {
  /**
   * Opens for reading and writing. With the checkpoint's anchor only what came after it is verified, so that opening stays
   * quick over the years. Rejects with {@link StoreFailed}: 'damaged', 'newer-version', 'unreadable', 'write-failed', 'disk-full'.
   */
  open(after?: JournalAnchor): Promise<Journal<E>>
}

export type StoreFailure =
  | 'disk-full'
  | 'write-failed'
  | 'damaged'
  | 'unreadable'
  | 'newer-version'
  | 'locked'
  | 'half-restored'
  | 'no-house'

/**
 * Thrown by a store that could not keep its promise. The message is for the log; the words on a screen, remedy included,
 * come from the catalogue by `code`, with `path` and `line` as their parameters.
 */
export class StoreFailed extends Error {
  readonly code: StoreFailure
  readonly path: string
  /** Line of the file, from 1, where that is known. */
  readonly line: number | undefined
  constructor(code: StoreFailure, path: string, detail: string, more: { line?: number; cause?: unknown } = {}) {
    super(`${path}${more.line === undefined ? '' : `:${more.line}`}: ${detail}`, { cause: more.cause })
    this.name = 'StoreFailed'
    this.code = code
    this.path = path
    this.line = more.line
  }
}

/** A store may hold less than it was told to: nothing it holds in memory may be promised to anybody any more. */
export const isFailedWrite = (error: unknown): error is StoreFailed =>
  error instanceof StoreFailed && (error.code === 'write-failed' || error.code === 'disk-full')

/** What the disk gave is no such thing, as against a disk that gave nothing. */
export const isDamaged = (error: unknown): error is StoreFailed =>
  error instanceof StoreFailed &&
  error.code === 'unreadable' &&
  !(error.cause instanceof Error && 'syscall' in error.cause)

/** One lowdb document: the whole value in memory, saved as one file. */
export interface Document<T> {
  /** The newest value given, whether or not it is on the disk yet. Never mutate it. */
  readonly value: T
  /**
   * Replaces the value and resolves when it, or a later one, is on the disk. Saves are serialised; a later value wins.
   * Rejects with {@link StoreFailed}; the document then stays failed until it is opened anew (after `close`).
   */
  save(value: T): Promise<void>
}

export interface Documents {
  /**
   * Opens `name` (such as `venue` or `members/m3`). `parse` turns what is on the disk (unknown) into T or throws, which
   * becomes StoreFailed 'unreadable'; `empty` serves when there is no file. A name is opened once and the document handed
   * on: to open it again before `remove` or `close` is a bug (Error), since two of them would overwrite each other.
   */
  open<T>(name: string, parse: (raw: unknown) => T, empty: () => T): Promise<Document<T>>
  /** Names of the documents in `folder`, such as `members/m3`. */
  list(folder: string): Promise<string[]>
  /** Removes the file, after a save that is under way, and forgets the document; none is fine. */
  remove(name: string): Promise<void>
  /** Waits for the saves that are under way and forgets all documents: at shutdown, and before building anew from disk. */
  close(): Promise<void>
}

/** One thing the venue's cashier has to know, keyed by the id of its order or comp: sent again it is the same one. */
export interface Ticket {
  readonly key: string
  readonly room: string
  readonly kind: 'order' | 'return' | 'gift'
  readonly lines: readonly { readonly item: string; readonly qty: number; readonly amount: number }[]
  /** Minor units, negative for a return; of a gift what it is worth: nobody is charged. */
  readonly amount: number
}

/** The venue's cashier system: out go accepted orders, returns and gifts. Without one, staff key tickets and tick them. */
export type Cashier =
  | { readonly takesTickets: false }
  | {
      readonly takesTickets: true
      /** Resolves when the cashier has it. One at a time, in order; a ticket whose key it knows changes nothing. */
      send(ticket: Ticket): Promise<void>
    }

/** The bar's ticket printer. It rejects for nothing of its own: a printer that is off is an everyday thing. */
export type Printer =
  | { readonly prints: false }
  | {
      readonly prints: true
      state(): Promise<PrinterState>
      /**
       * `well`: it is out. `onSending` is waited for before the first byte of the ticket; one at a time. Where that rejects, so
       * does this, and nothing of the ticket was sent.
       */
      print(ticket: Paper, onSending: () => Promise<void>): Promise<PrinterState>
    }
