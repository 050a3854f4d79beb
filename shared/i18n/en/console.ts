/** The manager console: its own words. */
import type { Translation } from '../message.ts'
import type { consolePart as source } from '../zh-hans/console.ts'

export const consolePart = {
  startShift: 'Start shift',
} as const satisfies Translation<typeof source>
