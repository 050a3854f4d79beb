/** What is said of many measurements: percentiles of one repetition, and the median over repetitions. */

/** The smallest value that at least `share` (0 to 1) of all are not above. Infinity counts as never. Throws for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  // 0.07 of 100 is a hair above 7 in binary.
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]
  if (found === undefined) throw new RangeError('no values')
  return found
}

/** Of an even number the mean of the middle two. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('no values')
  return (low + high) / 2
}

export interface Spread {
  /** Of each repetition's percentiles the median: one bad moment of the machine spoils one repetition. */
  readonly p50: number
  readonly p99: number
  readonly samples: number
}

export function spreadOf(repetitions: readonly (readonly number[])[]): Spread {
  return {
    p50: median(repetitions.map(one => percentile(one, 0.5))),
    p99: median(repetitions.map(one => percentile(one, 0.99))),
    samples: repetitions.reduce((sum, one) => sum + one.length, 0),
  }
}
