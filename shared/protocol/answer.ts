/** What the sender of a command or query is told. */
import type { Refusal } from './refusals.ts'

/** Small facts that only the hub knew: ids it gave. */
export type Result = Readonly<Record<string, string | number | boolean>>

export type Answer = { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly refusal: Refusal }

export type QueryAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/** Of each outbox the hub remembers so many answers. */
export const answersKept = 32

export const done = (result: Result = {}): Answer => ({ ok: true, result })
export const refused = (refusal: Refusal): Answer & { ok: false } => ({ ok: false, refusal })
