/**
 * When a report came, at the earliest. While the event loop was blocked reports wait in node-hid's queue, and the clock at
 * which they are handed over is late: a beat that did not come tells since when that may have been.
 */

export interface Arrivals {
  /** For a report that is handed over now; on `performance.now()`. */
  earliest(): number
  stop(): void
}

const beatMs = 200
/** A beat later than this was held up. */
const heldUpMs = 3 * beatMs

export function createArrivals(): Arrivals {
  const now = () => performance.now()
  let latest = now()
  let before = latest
  const timer = setInterval(() => {
    before = latest
    latest = now()
  }, beatMs)
  return {
    earliest() {
      const at = now()
      if (at - latest > heldUpMs) return latest
      // After a block timers come first: this beat is new, and the reports behind it are older.
      return latest - before > heldUpMs ? before : at
    },
    stop: () => clearInterval(timer),
  }
}
