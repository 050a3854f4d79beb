/** Rows that people edit, sharded, and committed by an event in the journal so that seq orders everything. */
import { type Document, type Documents, isDamaged, StoreFailed } from '../ports.ts'
import { severalAtOnce } from './several-at-once.ts'
import { parseShard, readRow, type ShardContent, type StoredRow, settleRow, type Version } from './shard.ts'
import { shardNumber, shardOfId } from './shard-id.ts'

export interface Row<T> {
  readonly id: string
  /** 1 for the first version, higher for each later one; never reused for another committed value. */
  readonly rev: number
  readonly value: T
}

/**
 * The order that keeps rows and facts together: `stage` (on the disk beside the old version), `show` (what the next
 * decision sees), then append the event `{id, rev}`, then, once that is on the disk, `commit`. Checkpoint: with every journaled commit also committed here,
 * `settle`, then save the checkpoint. Start: replay the journal's tail, then `restore` with the commits found in it.
 */
export interface Records<T> {
  /**
   * Decides each row that is staged on disk; must come first. `committed` has the highest rev of each id in the tail; ids of
   * other kinds in it are left alone. Rejects with StoreFailed 'damaged' if a row is older than the journal says, and at a
   * shard that is damaged unless `passedOver` is there to be told of it.
   */
  restore(committed: ReadonlyMap<string, number>, passedOver?: (reason: StoreFailed) => void): Promise<void>
  /**
   * The row as last shown or committed, if its shard is loaded; undefined as well for an erased or unknown one. Throws
   * StoreFailed 'unreadable' for one that `parse` refuses, as `load` and `all` reject.
   */
  get(id: string): Row<T> | undefined
  /** The same, loading its shard. Undefined for erased, unknown or malformed ids. */
  load(id: string): Promise<Row<T> | undefined>
  /** Whether there is or was such a row: an erased one is known, and says nothing. */
  knows(id: string): Promise<boolean>
  /** All rows, shard after shard, loading each. Rejects at what is damaged unless `passedOver` is there to be told of it. */
  all(passedOver?: (reason: StoreFailed) => void): AsyncIterable<Row<T>>
  /** Writes a new version (undefined erases the row) and resolves to its rev when it is on the disk. Not seen by `get` yet. */
  stage(id: string, value: T | undefined): Promise<number>
  /** From here on this staged version is what is seen. The disk keeps the one before until `commit`. */
  show(id: string, rev: number): void
  /** Makes a staged version the row. Call it only when the event `{id, rev}` is on the disk. */
  commit(id: string, rev: number): void
  /**
   * Forgets a staged version whose command was refused, on the disk as well, at once and not only at the next checkpoint: it may
   * hold somebody's name. Never one whose append failed, which may be on the disk.
   */
  cancel(id: string, rev: number): void
  /** Writes what was committed or cancelled since the last time, without the versions before: erased values are gone then. */
  settle(): Promise<void>
  /** The shard that new ids should name: the newest until it holds {@link rowsPerShard}. Counts the answer as one row. */
  nextShard(): Promise<string>
}

/** A party that goes has the shard of each of its members written anew: so few that writing one holds no tap up, also when all are regulars. */
export const rowsPerShard = 25

export interface RecordsOptions<T> {
  readonly documents: Documents
  /** Such as `members`. */
  readonly folder: string
  /** Letters before the shard's number, such as `m`. */
  readonly prefix: string
  /** Turns what the disk holds into a value, or throws. */
  readonly parse: (raw: unknown) => T
}

/** A row, and which of its versions is seen. */
interface LiveRow<T> extends StoredRow<T> {
  readonly seen: Version<T>
  readonly unread?: never
}

/** As the disk has it: nobody asked for this row yet, and it goes back as it came. */
interface UnreadRow extends StoredRow<unknown> {
  readonly unread: true
}

interface Shard<T> {
  readonly document: Document<ShardContent<unknown>>
  readonly rows: Map<string, LiveRow<T> | UnreadRow>
  /** Holds on disk what is not needed any more. */
  dirty: boolean
}

export function createRecords<T>(options: RecordsOptions<T>): Records<T> {
  const { documents, folder, prefix, parse } = options
  const shards = new Map<string, Shard<T>>()
  const loading = new Map<string, Promise<Shard<T>>>()
  let committed: ReadonlyMap<string, number> | undefined
  let newest: Promise<{ number: number; rows: number }> | undefined

  function shardOf(name: string): Promise<Shard<T>> {
    if (!committed) throw new Error('restore the records first')
    const known = loading.get(name)
    if (known !== undefined) return known
    const shard = loadShard(name, committed)
    loading.set(name, shard)
    shard.catch(() => loading.delete(name))
    return shard
  }

  async function loadShard(name: string, decided: ReadonlyMap<string, number>): Promise<Shard<T>> {
    const document = await documents.open(`${folder}/${name}`, parseShard, (): ShardContent<unknown> => ({ rows: [] }))
    const dirty = document.value.rows.some(({ versions }) => versions.length > 1)
    const unread = (row: StoredRow<unknown>): UnreadRow => ({ ...settleRow(row, decided.get(row.id)), unread: true })
    const rows = new Map(document.value.rows.map(row => [row.id, unread(row)]))
    const shard: Shard<T> = { document, rows, dirty }
    shards.set(name, shard)
    return shard
  }

  /** Undefined for an id that is none of ours. */
  function nameOf(id: string): string | undefined {
    const name = shardOfId(id)
    return name !== undefined && shardNumber(name, prefix) > 0 ? name : undefined
  }

  function rowIn(shard: Shard<T> | undefined, id: string): LiveRow<T> | undefined {
    const row = shard?.rows.get(id)
    if (!row?.unread) return row
    const read = readStored(row)
    shard?.rows.set(id, read)
    return read
  }

  function readStored(row: UnreadRow): LiveRow<T> {
    try {
      const { id, versions } = readRow(row, parse)
      return { id, versions, seen: versions[0] }
    } catch (error) {
      throw new StoreFailed('unreadable', `${folder}/${row.id}`, String(error), { cause: error })
    }
  }

  function loadedRow(id: string): { shard: Shard<T>; row: LiveRow<T> } {
    const shard = shards.get(nameOf(id) ?? '')
    const row = rowIn(shard, id)
    if (!shard || !row) throw new Error(`row ${id} was never staged`)
    return { shard, row }
  }

  const save = ({ document, rows }: Shard<T>) =>
    document.save({ rows: [...rows.values()].map(({ id, versions }) => ({ id, versions })) })

  async function* all(passedOver?: (reason: StoreFailed) => void) {
    const passOver = passingOver(passedOver)
    const listed = (await documents.list(folder)).map(name => name.slice(folder.length + 1))
    const names = listed.filter(name => shardNumber(name, prefix) > 0)
    const ahead = names.slice(0, filesAhead).map(readAhead)
    for (const [at] of names.entries()) {
      const shard = await ahead[at]?.catch(passOver)
      const next = names[at + filesAhead]
      if (next !== undefined) ahead.push(readAhead(next))
      for (const id of [...(shard?.rows.keys() ?? [])]) {
        const row = attempt(() => rowIn(shard, id), passOver)
        const seen = row && toRow(row)
        if (seen) yield seen
      }
    }
  }

  /** The disk works while the rows before it are looked at; who comes to it hears what it said. */
  function readAhead(name: string): Promise<Shard<T>> {
    const shard = shardOf(name)
    shard.catch(() => undefined)
    return shard
  }

  async function findNewest() {
    const names = await documents.list(folder)
    const number = Math.max(1, ...names.map(name => shardNumber(name.slice(folder.length + 1), prefix)))
    // Nothing can be added to one that is damaged.
    const shard = await shardOf(`${prefix}${number}`).catch(passingOver(() => undefined))
    return shard ? { number, rows: shard.rows.size } : { number: number + 1, rows: 0 }
  }

  return {
    async restore(found, passedOver) {
      committed = found
      const passOver = passingOver(passedOver)
      for (const [id, rev] of found) {
        const name = nameOf(id)
        if (name === undefined) continue
        const shard = await shardOf(name).catch(passOver)
        if (!shard) continue
        const row = shard.rows.get(id)
        if (!row || row.versions[0].rev < rev) throw behindJournal(folder, id, rev)
      }
    },
    get(id) {
      const row = rowIn(shards.get(nameOf(id) ?? ''), id)
      return row && toRow(row)
    },
    async load(id) {
      const name = nameOf(id)
      const row = name === undefined ? undefined : rowIn(await shardOf(name), id)
      return row && toRow(row)
    },
    async knows(id) {
      const name = nameOf(id)
      return name !== undefined && (await shardOf(name)).rows.has(id)
    },
    all,
    async stage(id, value) {
      const name = nameOf(id)
      if (name === undefined) throw new Error(`${id} names no shard of ${folder}`)
      const shard = await shardOf(name)
      const { versions, seen } = rowIn(shard, id) ?? unmade
      const rev = (versions.at(-1)?.rev ?? 0) + 1
      shard.rows.set(id, { id, versions: [...versions, value === undefined ? { rev } : { rev, value }], seen })
      await save(shard)
      return rev
    },
    show(id, rev) {
      const { shard, row } = loadedRow(id)
      const [seen] = stagedFrom(row, rev)
      shard.rows.set(id, { ...row, seen })
    },
    commit(id, rev) {
      const { shard, row } = loadedRow(id)
      const versions = stagedFrom(row, rev)
      shard.rows.set(id, { id, versions, seen: row.seen.rev > rev ? row.seen : versions[0] })
      shard.dirty = true
    },
    cancel(id, rev) {
      const { shard, row } = loadedRow(id)
      const [first, ...staged] = row.versions
      shard.rows.set(id, { ...row, versions: [first, ...staged.filter(version => version.rev !== rev)] })
      // Still what `settle` waits for: a disk that fails here is told to whoever saves next.
      shard.dirty = true
      save(shard).catch(() => undefined)
    },
    async settle() {
      const dirty = [...shards.values()].filter(shard => shard.dirty)
      for (const shard of dirty) shard.dirty = false
      await severalAtOnce(dirty, save)
    },
    async nextShard() {
      newest ??= findNewest().catch(reason => {
        newest = undefined
        throw reason
      })
      const shard = await newest
      if (shard.rows >= rowsPerShard) {
        shard.number++
        shard.rows = 0
      }
      shard.rows++
      return `${prefix}${shard.number}`
    },
  }
}

/** Each is opened, read and closed by turns with a thread: a reader of four thousand would mostly wait. */
const filesAhead = 8

const unmade = { versions: [{ rev: 0 }], seen: { rev: 0 } } as const

/** The staged version and those after it; the committed one is not staged. */
function stagedFrom<T>({ id, versions }: StoredRow<T>, rev: number): StoredRow<T>['versions'] {
  const at = versions.findIndex(version => version.rev === rev)
  const [version, ...later] = versions.slice(at)
  if (at < 1 || !version) throw new Error(`row ${id} has no staged version ${rev}`)
  return [version, ...later]
}

function toRow<T>({ id, seen: { rev, value } }: LiveRow<T>): Row<T> | undefined {
  return value === undefined ? undefined : { id, rev, value }
}

function behindJournal(folder: string, id: string, rev: number): StoreFailed {
  return new StoreFailed('damaged', `${folder}/${id}`, `the journal committed revision ${rev}, the record is older`)
}

/** What is damaged is not there, where somebody wants to be told of it; anything else is thrown on. */
export const passingOver =
  (passedOver: ((reason: StoreFailed) => void) | undefined) =>
  (reason: unknown): undefined => {
    if (!passedOver || !isDamaged(reason)) throw reason
    passedOver(reason)
  }

/** What is read at once, or undefined. */
export function attempt<T>(read: () => T, otherwise: (reason: unknown) => undefined): T | undefined {
  try {
    return read()
  } catch (error) {
    return otherwise(error)
  }
}
