/** One tap as it waits and travels, and where it may wait. */
import type { Answer } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import type { Id } from '../protocol/primitives.ts'

/** For whom a tap is meant, and whether the person was asked once and said yes. */
export interface Meant {
  readonly visit?: Id
  readonly session?: Id
  readonly sure?: boolean
  /** Hub time, ms, of a tap that is made once more: when the finger came down first. Otherwise now. */
  readonly tappedAt?: number
}

export interface Tap extends Meant {
  readonly outbox: Id
  readonly n: number
  /** Hub time, ms. */
  readonly tappedAt: number
  readonly command: PeopleCommand
}

export interface StoredTap {
  /** Sorts as the taps were made. */
  readonly key: string
  readonly tap: Tap
  /** The person took it back after it may have left: what it leads to is taken back too, also by a later page. */
  readonly retracted?: boolean
}

/** All of it may reject, where a browser keeps nothing. */
export interface TapStore {
  /** What is there, in the order of the keys; to be checked by {@link isStoredTap}. */
  load(): Promise<readonly unknown[]>
  put(stored: StoredTap): Promise<void>
  drop(keys: readonly string[]): Promise<void>
}

/** What takes back what the hub made of a tap; undefined where that cannot be, or nothing came of it. */
export function takeBackOf({ command }: Tap, { result }: Answer & { ok: true }): PeopleCommand | undefined {
  return command.type === 'PlaceOrder' && typeof result.order === 'string'
    ? { type: 'UndoOrder', order: result.order }
    : undefined
}

/** A tap that this version can still send; the hub checks its command as it does every other. */
export function isStoredTap(raw: unknown): raw is StoredTap {
  if (!isObject(raw) || typeof raw.key !== 'string' || !isObject(raw.tap)) return false
  if (raw.retracted !== undefined && typeof raw.retracted !== 'boolean') return false
  const { outbox, n, tappedAt, command } = raw.tap
  // As the protocol has them: a store that was damaged must not keep its page from being let in.
  const numbered = typeof outbox === 'string' && /^[a-z0-9][\w.-]{0,47}$/.test(outbox) && typeof n === 'number'
  return numbered && n > 0 && n % 1 === 0 && typeof tappedAt === 'number' && isObject(command)
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null
}
