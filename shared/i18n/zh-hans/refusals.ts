/** What a person reads when the house says no: keys are `refused.<code>`; guests get a person and a time, never a code; staff the next step. */

export const guestRefusals = {
  'refused.visit-closed': '本次开台已结束',
} as const

export const staffRefusals = {
  'refused.visit-closed': '开台已结束，请刷新包厢',
} as const
