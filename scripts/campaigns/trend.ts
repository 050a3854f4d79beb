/** Whether a figure that was looked at again and again still rises. */

export interface Trend {
  /** Of the second half, of the line that fits it best. */
  readonly level: number
  readonly rise: number
  /** So much of a rise is taken for none. */
  readonly allowed: number
  readonly flat: boolean
}

/** `allowed`: in absolute terms, or as a share of the level; the larger holds. What a hub fills in its first half is no leak. */
export function trendOf(
  values: readonly number[],
  { least, share }: { readonly least: number; readonly share: number },
): Trend {
  const half = values.slice(Math.floor(values.length / 2))
  const level = half.reduce((sum, value) => sum + value, 0) / Math.max(1, half.length)
  const middle = (half.length - 1) / 2
  const spread = half.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  const slope = spread === 0 ? 0 : half.reduce((sum, value, at) => sum + (at - middle) * (value - level), 0) / spread
  const rise = slope * Math.max(0, half.length - 1)
  const allowed = Math.max(least, share * level)
  return { level, rise, allowed, flat: rise <= allowed }
}

/** The lowest of each slice of time: what is left when the rubbish was taken away. */
export function lowest(values: readonly number[], slices: number): number[] {
  const size = Math.max(1, Math.floor(values.length / slices))
  const found: number[] = []
  for (let start = 0; start + size <= values.length; start += size)
    found.push(Math.min(...values.slice(start, start + size)))
  return found
}

const bars = '▁▂▃▄▅▆▇█'

/** One character a slice, from the lowest to the highest. */
export function sparkline(values: readonly number[], width: number): string {
  const least = Math.min(...values)
  const range = Math.max(...values) - least
  const size = Math.max(1, values.length / width)
  return Array.from({ length: Math.min(width, values.length) }, (_, at) => {
    const slice = values.slice(Math.floor(at * size), Math.max(Math.floor(at * size) + 1, Math.floor((at + 1) * size)))
    const mean = slice.reduce((sum, value) => sum + value, 0) / slice.length
    return bars.charAt(range === 0 ? 0 : Math.min(bars.length - 1, Math.floor(((mean - least) / range) * bars.length)))
  }).join('')
}
