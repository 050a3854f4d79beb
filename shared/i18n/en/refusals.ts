/** What a person reads when the house says no: keys are `refused.<code>`; guests get a person and a time, never a code; staff the next step. */
import type { Translation } from '../message.ts'
import type { guestRefusals as guestSource, staffRefusals as staffSource } from '../zh-hans/refusals.ts'

export const guestRefusals = {
  'refused.visit-closed': 'This visit has ended',
} as const satisfies Translation<typeof guestSource>

export const staffRefusals = {
  'refused.visit-closed': 'Visit ended. Reload the room',
} as const satisfies Translation<typeof staffSource>
