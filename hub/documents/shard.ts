/** One shard of rows in memory, and what of it lies on the disk. */

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

/**
 * Throws for anything that is no shard. What the rows hold is not looked at: of twenty-five people a start asks for one or two,
 * and a full night's guests lie in nearly every shard there is.
 */
export function parseShard(raw: unknown): ShardContent<unknown> {
  if (!isShard(raw)) throw new Error('not a shard of rows')
  return raw
}

const isShard = (raw: unknown): raw is ShardContent<unknown> =>
  isObject(raw) && 'rows' in raw && Array.isArray(raw.rows) && raw.rows.every(isStoredRow)

const isStoredRow = (raw: unknown): raw is StoredRow<unknown> =>
  isObject(raw) &&
  'id' in raw &&
  typeof raw.id === 'string' &&
  'versions' in raw &&
  Array.isArray(raw.versions) &&
  raw.versions.length > 0 &&
  raw.versions.every(isVersion)

const isVersion = (raw: unknown): raw is Version<unknown> =>
  isObject(raw) && 'rev' in raw && typeof raw.rev === 'number' && Number.isSafeInteger(raw.rev) && raw.rev >= 0

const isObject = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null

/** Throws what `parse` throws. */
export function readRow<T>({ id, versions: [first, ...staged] }: StoredRow<unknown>, parse: (raw: unknown) => T) {
  const readVersion = ({ rev, value }: Version<unknown>): Version<T> =>
    value === undefined ? { rev } : { rev, value: parse(value) }
  const row: StoredRow<T> = { id, versions: [readVersion(first), ...staged.map(readVersion)] }
  return row
}

/** The row as the journal has it: at the revision it committed, or else as it was before anything was staged. */
export function settleRow<T>({ id, versions }: StoredRow<T>, committed: number | undefined): StoredRow<T> {
  return { id, versions: [versions.find(({ rev }) => rev === committed) ?? versions[0]] }
}
