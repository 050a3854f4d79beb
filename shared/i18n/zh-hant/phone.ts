/** The guest's phone page: its own words. */
import type { Translation } from '../message.ts'
import type { phone as source } from '../zh-hans/phone.ts'

export const phone = {
  phoneCheckIn: '用手機報到',
} as const satisfies Translation<typeof source>
