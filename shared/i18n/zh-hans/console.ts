/** The manager console: its own words; the source that types the other languages. */

export const consolePart = {
  startShift: '开始值班',
} as const
