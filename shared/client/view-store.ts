/** What the hub shows this surface, as signals: one for each slice, so that a change redraws only what reads it. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { forgets } from '../protocol/forgets.ts'
import type { Id } from '../protocol/primitives.ts'
import type { ViewFrame } from '../protocol/wire.ts'

export interface View<S> {
  /** The slice of a kind that there is one of: `visit`, `playlist`. Reading it in a component subscribes. */
  one<K extends keyof S & string>(kind: K): S[K] | undefined
  /** One slice of a kind with many: `get('order', id)`. */
  get<K extends keyof S & string>(kind: K, id: Id): S[K] | undefined
  /** All of a kind, in the order in which they came. */
  all<K extends keyof S & string>(kind: K): readonly S[K][]
  /** Whether the whole view has arrived: before that, absent means not yet known. */
  readonly ready: ReadonlySignal<boolean>
}

export interface ViewStore<S> extends View<S> {
  apply(frame: ViewFrame): void
  /** Nothing is known any more: this device is nobody's. */
  clear(): void
}

export function createViewStore<S>(): ViewStore<S> {
  const slices = new Map<string, Signal<unknown>>()
  const kinds = new Map<string, { readonly keys: Set<string>; readonly list: Signal<readonly unknown[]> }>()
  const ready = signal(false)

  const sliceAt = (key: string) => getOrMake(slices, key, () => signal<unknown>(undefined))
  const kindOf = (kind: string) =>
    getOrMake(kinds, kind, () => ({ keys: new Set<string>(), list: signal<readonly unknown[]>([]) }))

  const change = (put: ViewFrame['put'], drop: Iterable<string>) => {
    const touched = new Set<string>()
    const touch = (key: string) => {
      const [kind = key] = key.split('/', 1)
      touched.add(kind)
      return kindOf(kind).keys
    }
    for (const key of drop) {
      touch(key).delete(key)
      const slice = slices.get(key)
      // Nothing was there: who looked for it waits for it still.
      if (slice?.peek() === undefined) continue
      // Out of the map first: who reads it again subscribes to the slice that may yet come.
      slices.delete(key)
      slice.value = undefined
    }
    for (const [key, value] of put) {
      touch(key).add(key)
      sliceAt(key).value = value
    }
    for (const kind of touched) {
      const { keys, list } = kindOf(kind)
      list.value = [...keys].map(key => sliceAt(key).peek())
    }
  }

  const known = () => [...kinds.values()].flatMap(({ keys }) => [...keys])

  return {
    // The one place where what came over the wire gets its type: both ends speak the same protocol version.
    one: kind => sliceAt(kind).value as S[typeof kind] | undefined,
    get: (kind, id) => sliceAt(`${kind}/${id}`).value as S[typeof kind] | undefined,
    all: kind => kindOf(kind).list.value as readonly S[typeof kind][],
    ready,
    apply(frame) {
      const { whole, put, drop } = frame
      batch(() => {
        if (whole) {
          const kept = new Set(put.map(([key]) => key))
          change(
            put,
            known().filter(key => !kept.has(key) && forgets(frame, key)),
          )
          ready.value = true
        } else change(put, drop)
      })
    },
    clear() {
      batch(() => {
        change([], known())
        ready.value = false
      })
    },
  }
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
