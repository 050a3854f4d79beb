/** Ten mashes are one request: the same tap again within a moment does not count. */

export interface MashGuard {
  /** True if this tap counts: then equal ones do not for `ms`. */
  lets(what: string, ms: number): boolean
  forget(): void
}

/** `now` in ms, on any clock that runs evenly. */
export function createMashGuard(now: () => number = () => performance.now()): MashGuard {
  const last = new Map<string, number>()
  return {
    lets(what, ms) {
      const at = now()
      const before = last.get(what)
      if (before !== undefined && at - before < ms) return false
      last.set(what, at)
      return true
    },
    forget: () => last.clear(),
  }
}
