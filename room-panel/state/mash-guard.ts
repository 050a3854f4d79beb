/** Ten mashes are one request: the same tap again does not count until the finger has rested for a moment. */

export interface MashGuard {
  /** True if this tap counts: `ms` went by without an equal one, counted or not. */
  lets(what: string, ms: number): boolean
  /** Everything, or what begins like that: it is asked anew. */
  forget(what?: string): void
}

/** `now` in ms, on any clock that runs evenly. */
export function createMashGuard(now: () => number = () => performance.now()): MashGuard {
  const last = new Map<string, number>()
  return {
    lets(what, ms) {
      const at = now()
      const before = last.get(what)
      // A tap that does not count extends the time all the same: whoever mashes on is still mashing.
      last.set(what, at)
      return before === undefined || at - before >= ms
    },
    forget(what = '') {
      for (const one of last.keys()) if (one.startsWith(what)) last.delete(one)
    },
  }
}
