/** Groups and sums of a night's rows. */

/** Groups, the largest first; what has no key is in none. */
export function grouped<T, K extends string>(rows: readonly T[], keyOf: (row: T) => K | undefined): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

export function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}
