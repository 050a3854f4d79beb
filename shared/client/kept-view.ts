/**
 * The last view on this device's own disk, so that a panel whose browser was killed while the hub is away still shows its
 * guests what they have: never more than the glass showed, frame by frame, and nothing at all once they have gone.
 */
import { createStore, entries, promisifyRequest } from 'idb-keyval'
import type { Id } from '../protocol/primitives.ts'
import { PROTOCOL } from '../protocol/version.ts'
import type { ViewFrame } from '../protocol/wire.ts'

export interface KeptView {
  /** Hub time of the newest frame, ms, and what this device's own clock said then. */
  readonly at: number
  readonly wall: number
  readonly slices: readonly (readonly [key: string, value: unknown])[]
}

export interface ViewKeeper {
  /** Undefined: nothing is kept, or by another version, or this browser keeps nothing. */
  load(): Promise<KeptView | undefined>
  keep(frame: ViewFrame): void
  forget(): void
}

/** No slice has this key. */
const about = ''

/** Kept only as long as the view has a slice `whose`. `wall`: this device's own clock, right or wrong, ms. */
export function createViewKeeper(device: Id, whose: string, wall: () => number = Date.now): ViewKeeper {
  const store = createStore(`cm-${device}-view`, 'slices')
  const slices = new Map<string, unknown>()
  let stored = false
  // One change after the other, each whole: a browser that dies in between leaves a view that was.
  let done: Promise<void> = Promise.resolve()
  const change = (write: (rows: IDBObjectStore) => void): Promise<void> => {
    done = done
      .then(() =>
        store('readwrite', rows => {
          write(rows)
          return promisifyRequest(rows.transaction)
        }),
      )
      // Without it a reload during an outage shows less, and that is all.
      .catch(error => console.warn('view not kept', error))
    return done
  }
  const forget = () => {
    stored = false
    void change(rows => void rows.clear())
  }
  return {
    async load() {
      const found = await entries<IDBValidKey, unknown>(store).catch(() => [])
      const known = found.find(([key]) => key === about)?.[1]
      if (!isStamp(known)) return undefined
      return {
        at: known.at,
        wall: known.wall,
        slices: found.flatMap(([key, value]) =>
          typeof key === 'string' && key !== about ? [[key, value] as const] : [],
        ),
      }
    },
    keep({ whole, put, drop, now }) {
      if (whole) slices.clear()
      for (const key of drop) slices.delete(key)
      for (const [key, value] of put) slices.set(key, value)
      if (!slices.has(whose)) return forget()
      const stamp = { protocol: PROTOCOL, at: now, wall: wall() }
      const anew = whole || !stored
      const puts = anew ? [...slices] : put
      stored = true
      void change(rows => {
        if (anew) rows.clear()
        for (const key of drop) rows.delete(key)
        for (const [key, value] of puts) rows.put(value, key)
        rows.put(stamp, about)
      })
    },
    forget,
  }
}

function isStamp(raw: unknown): raw is { readonly at: number; readonly wall: number } {
  if (typeof raw !== 'object' || raw === null) return false
  return (
    'protocol' in raw &&
    raw.protocol === PROTOCOL &&
    'at' in raw &&
    typeof raw.at === 'number' &&
    'wall' in raw &&
    typeof raw.wall === 'number'
  )
}
