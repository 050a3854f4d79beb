/** Times of one section as figures: a percentile of each, beside its limit where it has one. */
import type { Figure } from './figure.ts'
import { percentile } from './statistics.ts'

/** `values` and `limit` in ms, `share` from 0 to 1. */
export type TimeFigure = (name: string, values: readonly number[], share: number, limit?: number) => Figure

export const timesOf =
  (section: string, how: string): TimeFigure =>
  (name, values, share, limit) => ({
    section,
    how,
    name: `${name}  p${share * 100}`,
    value: percentile(values, share),
    unit: 'ms',
    samples: values.length,
    ...(limit !== undefined && { beside: { what: 'limit', value: limit }, atMost: 1 }),
  })
