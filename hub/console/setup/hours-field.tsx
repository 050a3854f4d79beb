/** From when to when, on the venue's clock. */
import { type Hours, hoursOf, minuteOf, typedTime } from './hours.ts'
import { useSetup } from './setup-words.ts'

export interface HoursFieldProps {
  /** What holds then, for a screen reader. */
  what: string
  value: Hours
  onChange: (value: Hours) => void
}

export function HoursField({ what, value: { from, to }, onChange }: HoursFieldProps) {
  const { s } = useSetup()
  const change = (edge: 'from' | 'to', typed: string) => {
    const minute = minuteOf(typed)
    if (minute !== undefined) onChange(edge === 'from' ? hoursOf(minute, to) : hoursOf(from, minute))
  }
  return (
    <span class="hours-field">
      <input
        class="text-input"
        type="time"
        aria-label={`${what} ${s('from')}`}
        value={typedTime(from)}
        onInput={event => change('from', event.currentTarget.value)}
      />
      <span aria-hidden="true">–</span>
      <input
        class="text-input"
        type="time"
        aria-label={`${what} ${s('to')}`}
        value={typedTime(to)}
        onInput={event => change('to', event.currentTarget.value)}
      />
      {to > 1440 && <span class="label">{s('nextDay')}</span>}
    </span>
  )
}
