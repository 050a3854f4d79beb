/** A code that is held before the camera is seen many times a second, and shown once. Pure. */
import type { Seen } from './decode.ts'

/** Smaller than this share of the frame, and nobody holds it out to us: it is on a shirt, or on a table behind. */
const leastShare = 0.1
/** It was taken away when it was not seen for so long, ms. */
const awayMs = 2500

export interface Shown {
  /** What one frame showed; answers a code that was not there before. */
  look(seen: Seen | undefined, at: number): string | undefined
}

export function createShown(): Shown {
  let last = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    look(seen, at) {
      if (!seen || seen.share < leastShare) return undefined
      const same = seen.text === last && at - lastAt <= awayMs
      last = seen.text
      lastAt = at
      return same ? undefined : seen.text
    },
  }
}
