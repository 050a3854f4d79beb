/**
 * A Map of immutable aggregates that remembers which were replaced since it was last asked.
 * The loop owns it: `set` replaces one entry in place, so a tap costs the same with 10 rooms or 500.
 */
export interface Table<V> {
  get(id: string): V | undefined
  has(id: string): boolean
  set(id: string, value: V): void
  delete(id: string): void
  entries(): IterableIterator<[string, V]>
  values(): IterableIterator<V>
  readonly size: number
  /** The ids set or deleted since the last call. */
  takeTouched(): ReadonlySet<string>
}

/** Every batch asks all tables, and touches few. */
const none: ReadonlySet<string> = new Set()

/** A table to look at. */
export type ReadTable<V> = Pick<Table<V>, 'get' | 'has' | 'entries' | 'values' | 'size'>

export function createTable<V>(rows: Iterable<readonly [string, V]> = []): Table<V> {
  const map = new Map(rows)
  let touched = new Set<string>()
  return {
    get: id => map.get(id),
    has: id => map.has(id),
    set(id, value) {
      map.set(id, value)
      touched.add(id)
    },
    delete(id) {
      if (map.delete(id)) touched.add(id)
    },
    entries: () => map.entries(),
    values: () => map.values(),
    get size() {
      return map.size
    },
    takeTouched() {
      if (touched.size === 0) return none
      const taken = touched
      touched = new Set()
      return taken
    },
  }
}
