/** What a person reads when the house says no: keys are `refused.<code>`; guests get a person and a time, never a code; staff the next step. */
import type { Translation } from '../message.ts'
import type { guestRefusals as guestSource, staffRefusals as staffSource } from '../zh-hans/refusals.ts'

export const guestRefusals = {
  'refused.visit-closed': '本次開台已結束',
} as const satisfies Translation<typeof guestSource>

export const staffRefusals = {
  'refused.visit-closed': '開台已結束，請更新包廂',
} as const satisfies Translation<typeof staffSource>
