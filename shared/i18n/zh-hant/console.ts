/** The manager console: its own words. */
import type { Translation } from '../message.ts'
import type { consolePart as source } from '../zh-hans/console.ts'

export const consolePart = {
  startShift: '開始值班',
} as const satisfies Translation<typeof source>
