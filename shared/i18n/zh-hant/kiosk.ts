/** The lobby screen: its own words. */
import type { Translation } from '../message.ts'
import type { kiosk as source } from '../zh-hans/kiosk.ts'

export const kiosk = {
  welcome: '歡迎光臨',
} as const satisfies Translation<typeof source>
