/** One shard of rows in memory, and what of it lies on the disk. */
import * as v from 'valibot'

/** A version without `value` says that the row was erased, or (rev 0) had not been made yet. */
export interface Version<T> {
  readonly rev: number
  readonly value?: T
}

/** The committed version, then those staged after it, oldest first. */
export interface StoredRow<T> {
  readonly id: string
  readonly versions: readonly [Version<T>, ...Version<T>[]]
}

export interface ShardContent<T> {
  readonly rows: readonly StoredRow<T>[]
}

const rawShard = v.object({
  rows: v.array(
    v.object({
      id: v.string(),
      versions: v.pipe(
        v.array(
          v.object({ rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), value: v.exactOptional(v.unknown()) }),
        ),
        v.minLength(1),
      ),
    }),
  ),
})

/** Throws for anything that is no shard or holds a value that `parse` refuses. */
export function parseShard<T>(raw: unknown, parse: (raw: unknown) => T): ShardContent<T> {
  const readVersion = ({ rev, value }: Version<unknown>): Version<T> =>
    value === undefined ? { rev } : { rev, value: parse(value) }
  return {
    rows: v.parse(rawShard, raw).rows.map(({ id, versions: [first, ...staged] }) => {
      if (!first) throw new Error(`row ${id} has no version`)
      return { id, versions: [readVersion(first), ...staged.map(readVersion)] }
    }),
  }
}

/** The row as the journal has it: at the revision it committed, or else as it was before anything was staged. */
export function settleRow<T>({ id, versions }: StoredRow<T>, committed: number | undefined): StoredRow<T> {
  return { id, versions: [versions.find(({ rev }) => rev === committed) ?? versions[0]] }
}
