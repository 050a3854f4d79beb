/** What every reader model makes of its bytes. */
import * as v from 'valibot'
import { Credential } from '../../shared/protocol/primitives.ts'

/** One card or code, as the reader wrote it: leading zeros kept. */
export type Scan =
  | { readonly kind: 'card' | 'code'; readonly text: string }
  /** Something was read and is not whole: the card was taken away too early, the code is damaged. */
  | { readonly kind: 'unreadable' }

/** Takes one input report; answers a scan when one is complete. */
export interface Decoder {
  report(bytes: Uint8Array): Scan | undefined
  /** The device fell silent in the middle of a scan: what has come so far is nothing. */
  reset(): void
}

const shortest = 4

/** Shorter than any card or code is noise, not a scan. */
export function scanOf(kind: 'card' | 'code', text: string): Scan | undefined {
  if (text.length < shortest) return undefined
  return v.is(Credential, text) ? { kind, text } : { kind: 'unreadable' }
}
