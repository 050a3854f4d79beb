/** The guest's phone page: its own words; the source that types the other languages. */

export const phone = {
  phoneCheckIn: '用手机签到',
} as const
