/** One thing measured, beside what it is measured against in the same run. */

export type Unit = 'ms' | 's' | 'KB' | 'MB' | 'µs' | 'k' | '%' | '/s'

export interface Figure {
  readonly section: string
  /** What the section's figures are measured from and to, where its name does not say it all. */
  readonly how?: string
  readonly name: string
  readonly value: number
  readonly unit: Unit
  /** What it stands beside, in the same unit; `ratio` is value / beside. */
  readonly beside?: { readonly what: string; readonly value: number }
  /** The ratio is to be at most this; absent where no bar was set. */
  readonly atMost?: number
  /** Where more is better: at least this. */
  readonly atLeast?: number
  /** Measurements behind it. */
  readonly samples?: number
}

export type Verdict = 'pass' | 'miss'

export function ratioOf({ value, beside }: Figure): number | undefined {
  return beside && value / beside.value
}

/** Undefined where no bar was set. What never came misses. */
export function verdictOf(figure: Figure): Verdict | undefined {
  const ratio = ratioOf(figure)
  const { atMost, atLeast } = figure
  if (ratio === undefined || (atMost === undefined && atLeast === undefined)) return undefined
  return ratio <= (atMost ?? Number.POSITIVE_INFINITY) && ratio >= (atLeast ?? 0) ? 'pass' : 'miss'
}
