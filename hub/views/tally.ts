/** Running sums over a table, so that the night's figures cost what was touched and not what there is. */
import type { ReadTable } from '../domain/table.ts'

/** `all`: counts anew. Else only these rows are, and the other rows must be as they were at the last call. */
export type Recount = 'all' | ReadonlySet<string>

export type Tally<V> = (table: ReadTable<V>, recount: Recount) => readonly number[]

/**
 * `measure` gives one row's share of each sum. Sums are remembered by table, and a row counted twice counts once:
 * several audiences may ask after the same batch. An audience that was away for a batch starts with `all`.
 */
export function createTally<V>(width: number, measure: (row: V) => readonly number[]): Tally<V> {
  const known = new WeakMap<ReadTable<V>, { shares: Map<string, readonly number[]>; sums: number[] }>()

  function countAll(table: ReadTable<V>): readonly number[] {
    const shares = new Map<string, readonly number[]>()
    const sums = new Array<number>(width).fill(0)
    for (const [id, row] of table.entries()) {
      const share = measure(row)
      shares.set(id, share)
      add(sums, share, 1)
    }
    known.set(table, { shares, sums })
    return sums
  }

  return (table, recount) => {
    const tally = known.get(table)
    if (!tally || recount === 'all') return countAll(table)
    for (const id of recount) {
      add(tally.sums, tally.shares.get(id), -1)
      const row = table.get(id)
      const share = row === undefined ? undefined : measure(row)
      add(tally.sums, share, 1)
      if (share) tally.shares.set(id, share)
      else tally.shares.delete(id)
    }
    return tally.sums
  }
}

function add(sums: number[], share: readonly number[] | undefined, sign: 1 | -1): void {
  share?.forEach((amount, index) => {
    sums[index] = (sums[index] ?? 0) + sign * amount
  })
}
