/** What the hub and its scripts print in a terminal: its own words. */
import type { Translation } from '../message.ts'
import type { terminal as source } from '../zh-hans/terminal.ts'

export const terminal = {
  hubListening: 'Changming is running: {address}',
} as const satisfies Translation<typeof source>
