/** How long something waits, and since when. */
import { waited } from '../parts/waited.ts'
import { useSpeech } from '../state/house.ts'
import './request-row.css'

export interface WaitClockProps {
  /** Hub time, ms. */
  since: number
  /** It is told ahead: nothing waits yet. */
  ahead?: boolean
  /** In place of the time of day. */
  label?: string | undefined
}

export function WaitClock({ since, ahead = false, label }: WaitClockProps) {
  const { format, house } = useSpeech()
  return (
    <div class="request-clock">
      {!ahead && <span class="figure">{waited(format, house.now.value - since)}</span>}
      <span class="label">{label ?? format.time(since)}</span>
    </div>
  )
}
