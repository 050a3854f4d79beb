/** A time of the day as it is typed, and minutes since midnight; what ends before it begins ends the next morning. */

export const typedTime = (minute: number): string => {
  const within = minute % 1440
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** Undefined for what is no time. */
export function minuteOf(typed: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(typed) ?? []
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

export interface Hours {
  readonly from: number
  readonly to: number
}

export const hoursOf = (from: number, to: number): Hours => ({
  from,
  to: to % 1440 > from ? to % 1440 : (to % 1440) + 1440,
})
