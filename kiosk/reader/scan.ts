/** What every reader model makes of its bytes, and how a model is chosen. */

/** One card or code, as the reader wrote it: leading zeros kept. */
export interface Scan {
  readonly kind: 'card' | 'code'
  readonly text: string
}

/** Takes one input report; answers a scan when one is complete. */
export interface Decoder {
  report(bytes: Uint8Array): Scan | undefined
  /** The device fell silent in the middle of a scan, or went away: what has come so far is nothing. */
  reset(): void
}
