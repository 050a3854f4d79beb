/** One device being read: its decoder, begun anew where the device surely fell silent in the middle. */
import type { Decoder, Scan } from './scan.ts'

/** Slow readers leave up to 990 ms between two keys. */
const silenceMs = 1500

export interface Reading {
  /** `earliest` and `latest`: between which instants, in ms, this report came. */
  report(bytes: Uint8Array, earliest: number, latest: number): Scan | undefined
}

/** No timer: one that fires after a blocked loop would throw away a card whose last digits already wait in the queue. */
export function createReading(decoder: Decoder): Reading {
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    report(bytes, earliest, latest) {
      if (earliest - lastAt > silenceMs) decoder.reset()
      lastAt = latest
      return decoder.report(bytes)
    },
  }
}
