/** What the hub needs from the world outside it. Adapters are constructed in main.ts and nowhere else. */

/** Wall clock and timers, in ms since the epoch. Injected, so that a test lives through a night in a second. */
export interface Clock {
  now(): number
  /** Calls `wake` once, at or soon after `at` (ms since the epoch); the answer cancels it. */
  wakeAt(at: number, wake: () => void): () => void
}

/** Opaque ids. They carry no meaning and no personal data; a journal may keep them for ever. */
export interface Ids {
  /** A new id such as `v7k2m9qd4x`: the prefix names the kind, 10 characters of [0-9a-z] follow. */
  next(prefix: string): string
  /** `bytes` of randomness in base64url, for tokens and tickets. */
  secret(bytes: number): string
}

/** The few file operations that durability depends on. Tests make each of them fail. */
export interface Files {
  read(path: string): Promise<Buffer | undefined>
  /** Temp file beside it, write, fsync, rename over `path`, fsync of the folder; mode 0600. */
  replace(path: string, content: string | Uint8Array): Promise<void>
  list(folder: string): Promise<string[]>
  remove(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** Opens for durable positioned writes; creates with mode 0600 and syncs the folder. */
  openDurable(path: string): Promise<DurableFile>
}

export interface DurableFile {
  size(): number
  /** Writes at `offset` and returns when the bytes are on the disk. Blocks the loop on purpose. */
  writeDurably(bytes: Uint8Array, offset: number): void
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
}

/** The facts. One writer. An append that rejects leaves the journal unusable until it is opened again. */
export interface Journal<E> {
  /** Resolves when every line is on the disk; rejects with {@link StoreFailed} and stays failed. */
  append(lines: readonly JournalLine<E>[]): Promise<void>
  /** Lines with `seq > after`, oldest first. */
  read(after: number): AsyncIterable<JournalLine<E>>
  /** The last intact seq, 0 when empty. */
  readonly lastSeq: number
  close(): Promise<void>
}

/** Thrown by a store that could not keep its promise; `remedy` is a catalogue key of the terminal's words. */
export class StoreFailed extends Error {
  readonly code: 'disk-full' | 'write-failed' | 'damaged' | 'unreadable' | 'newer-version' | 'locked'
  readonly path: string
  constructor(code: StoreFailed['code'], path: string, detail: string) {
    super(detail)
    this.name = 'StoreFailed'
    this.code = code
    this.path = path
  }
}

/** One lowdb document: the whole value in memory, saved as one file. */
export interface Document<T> {
  readonly value: T
  /** Replaces the value and resolves when it is on the disk. Saves are serialised; a later value wins. */
  save(value: T): Promise<void>
}

export interface Documents {
  /** Opens `name` (such as `venue` or `members/m3`); `parse` turns what is on the disk (unknown) into T or throws; `empty` when absent. */
  open<T>(name: string, parse: (raw: unknown) => T, empty: () => T): Promise<Document<T>>
  list(folder: string): Promise<string[]>
  remove(name: string): Promise<void>
}
