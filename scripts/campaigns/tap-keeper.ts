/** Where the taps of a device wait, as its browser keeps them: they outlive the page, and a dead page writes no more. */
import type { StoredTap, TapStore } from '../../shared/client/tap.ts'

export interface TapKeeper {
  /** For the next page; the one before it is dead from now on. */
  page(): TapStore
  readonly waiting: number
}

export function createTapKeeper(): TapKeeper {
  const rows = new Map<string, StoredTap>()
  let pages = 0
  return {
    page() {
      pages += 1
      const own = pages
      return {
        load: async () => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stored]) => stored),
        put: async stored => void (own === pages && rows.set(stored.key, structuredClone(stored))),
        async drop(keys) {
          if (own === pages) for (const key of keys) rows.delete(key)
        },
      }
    },
    get waiting() {
      return rows.size
    },
  }
}
