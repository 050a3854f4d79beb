/** What the hub and its scripts print in a terminal: its own words. */
import type { Translation } from '../message.ts'
import type { terminal as source } from '../zh-hans/terminal.ts'

export const terminal = {
  hubListening: '唱名已啟動：{address}',
} as const satisfies Translation<typeof source>
