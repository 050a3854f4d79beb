/** The time of day in the venue, formatted by the caller (`format.time(now)`), with digits that do not dance. */

export interface ClockTextProps {
  /** `23:05`. */
  time: string
  /** The instant behind it, ms since the epoch, for machines. */
  at?: number | undefined
}

export function ClockText({ time, at }: ClockTextProps) {
  return (
    <time class="clock-text" dateTime={at === undefined ? undefined : new Date(at).toISOString()}>
      {time}
    </time>
  )
}
